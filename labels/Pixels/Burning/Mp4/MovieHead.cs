using System.Buffers.Binary;

namespace AiLabels.Pixels.Burning.Mp4;

/// <summary>
/// The boxes before the media of a plain MP4: file type, index, and the header of the media. It can be played at once and is seekable.
/// </summary>
internal sealed class MovieHead
{
    private const int LongHeader = 16;

    /// <summary>Offset of time scale and duration in mvhd and mdhd of version 0, which the encoder writes for fragments.</summary>
    private const int TimeScaleAt = 12;

    private const int DurationAt = 16;
    private const int TrackDurationAt = 20;

    private readonly FragmentedMovie _movie;
    private readonly uint _timeScale;
    private readonly bool _isLong;
    private readonly long _base;

    private MovieHead(FragmentedMovie movie, long @base, bool isLong)
    {
        (_movie, _base, _isLong) = (movie, @base, isLong);
        _timeScale = Field(movie.Moov.Child(BoxType.Mvhd), TimeScaleAt);
    }

    /// <param name="mediaLength">In bytes.</param>
    /// <exception cref="InvalidDataException">The encoder's index does not have the requested form.</exception>
    public static byte[] Build(FragmentedMovie movie, long mediaLength) =>
        Build((@base, isLong) => new MovieHead(movie, @base, isLong).Index(), mediaLength);

    /// <param name="index">Writes the index for a position of the media in the file, and whether positions need 64 bits.</param>
    public static byte[] Build(Func<long, bool, byte[]> index, long mediaLength)
    {
        var fileType = Box.Write(BoxType.Ftyp, ["isom\0\0\u0002\0isomiso2avc1mp41"u8.ToArray()]);
        var isLong = mediaLength > uint.MaxValue - (256L << 20);
        // Positions do not change the length of the index, so this one is built only for its length.
        var head = fileType.Length + index(0, isLong).Length + LongHeader;
        return [.. fileType, .. index(head, isLong), .. MediaHeader(mediaLength)];
    }

    private static byte[] MediaHeader(long length)
    {
        var header = new byte[LongHeader];
        BinaryPrimitives.WriteUInt32BigEndian(header, 1);
        BinaryPrimitives.WriteUInt32BigEndian(header.AsSpan(4), BoxType.Mdat);
        BinaryPrimitives.WriteInt64BigEndian(header.AsSpan(8), LongHeader + length);
        return header;
    }

    private byte[] Index()
    {
        var tracks = _movie.Moov.Children.Where(static box => box.Type == BoxType.Trak).Select(Track)
            .Where(static track => track.Bytes is not null).ToList();
        var duration = tracks.Select(static track => track.Duration).DefaultIfEmpty().Max();
        return Box.Write(
            BoxType.Moov, [With(_movie.Moov.Child(BoxType.Mvhd), DurationAt, duration), .. tracks.Select(static track => track.Bytes!)]);
    }

    /// <returns>The track and its duration in units of the movie, or null for a track without samples.</returns>
    private (byte[]? Bytes, long Duration) Track(Box trak)
    {
        var mdia = trak.Child(BoxType.Mdia);
        var mdhd = mdia.Child(BoxType.Mdhd);
        if (!_movie.Tracks.TryGetValue(Field(trak.Child(BoxType.Tkhd), 12), out var samples) || samples.Samples.Count == 0)
        {
            return (null, 0);
        }

        var edits = trak.FindChild(BoxType.Edts) is { } edts
            ? EditList.Read(edts.Child(BoxType.Elst)).Close(samples.CompositionEnd, Field(mdhd, TimeScaleAt), _timeScale)
            : null;
        var duration = edits?.Duration ?? Scale(samples.CompositionEnd, Field(mdhd, TimeScaleAt));
        return (Replace(trak, box => box.Type switch
        {
            BoxType.Tkhd => With(box, TrackDurationAt, duration),
            BoxType.Edts => Box.Write(BoxType.Edts, [edits!.Write()]),
            BoxType.Mdia => Replace(box, part => part.Type switch
            {
                BoxType.Mdhd => With(part, DurationAt, samples.End),
                BoxType.Minf => Replace(part, table => table.Type == BoxType.Stbl
                    ? SampleTables.Write(table.Child(BoxType.Stsd), samples, _base, _isLong)
                    : table.Write()),
                _ => part.Write(),
            }),
            // Any other content of a track is text that depends on the source.
            BoxType.Udta => [],
            _ => box.Write(),
        }), duration);
    }

    private static byte[] Replace(Box box, Func<Box, byte[]> write) => Box.Write(box.Type, box.Children.Select(write));

    private long Scale(long time, uint timeScale) => (long)((Int128)time * _timeScale / Math.Max(1, timeScale));

    private static byte[] With(Box box, int at, long value)
    {
        var payload = box.Payload.ToArray();
        if (payload.Length < at + sizeof(uint) || payload[0] != 0)
        {
            throw new InvalidDataException("A header of the encoder's index has an unexpected version.");
        }

        BinaryPrimitives.WriteUInt32BigEndian(payload.AsSpan(at), checked((uint)value));
        return Box.Write(box.Type, [payload]);
    }

    private static uint Field(Box box, int at) => box.Payload.Length >= at + sizeof(uint)
        ? BinaryPrimitives.ReadUInt32BigEndian(box.Payload.Span[at..])
        : throw new InvalidDataException("A header of the encoder's index is truncated.");
}
