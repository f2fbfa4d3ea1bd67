using System.Buffers.Binary;
using AiLabels.Pixels.Burning.Mp4;

namespace AiLabels.Pixels.Burning.Splicing;

/// <summary>The index of a video that was uploaded, MP4 or QuickTime.</summary>
/// <remarks>Whatever it is not sure of makes it unsuitable: a wrong guess would show in the copy.</remarks>
internal sealed record MovieFile(Box Header, MovieTrack Video, IReadOnlyList<MovieTrack> Audio)
{
    private const int ShortHeader = 8;
    private const int LongHeader = 16;
    private const int MaxBoxes = 1_000;
    private const int MaxIndex = 64 << 20;
    private const int MaxAudioTracks = 16;

    public IEnumerable<MovieTrack> Tracks => [Video, .. Audio];

    /// <exception cref="UnsuitableException">The index has a form that is not supported.</exception>
    public static async Task<MovieFile> ReadAsync(WindowedSource source, CancellationToken cancellation)
    {
        var at = 0L;
        for (var boxes = 0; boxes < MaxBoxes && source.Length - at >= ShortHeader; boxes++)
        {
            var header = await source.LoadAsync(at, (int)Math.Min(LongHeader, source.Length - at), cancellation);
            var (type, headerLength, length) = Parse(header, source.Length - at);
            switch (type)
            {
                case BoxType.Moof:
                    throw new UnsuitableException("it is fragmented");
                case BoxType.Moov when length - headerLength > MaxIndex:
                    throw new UnsuitableException("its index is too large");
                case BoxType.Moov:
                    return Read(new(type, await source.LoadAsync(at + headerLength, (int)(length - headerLength), cancellation)));
            }

            at += length;
        }

        throw new UnsuitableException("it has no index");
    }

    private static (uint Type, int HeaderLength, long Length) Parse(ReadOnlySpan<byte> header, long left)
    {
        long length = BinaryPrimitives.ReadUInt32BigEndian(header);
        var isLong = length == 1 && header.Length >= LongHeader;
        length = length == 0 ? left : isLong ? BinaryPrimitives.ReadInt64BigEndian(header[ShortHeader..]) : length;
        var headerLength = isLong ? LongHeader : ShortHeader;
        return length >= headerLength && length <= left
            ? (BinaryPrimitives.ReadUInt32BigEndian(header[4..]), headerLength, length)
            : throw new UnsuitableException("it is damaged");
    }

    private static MovieFile Read(Box moov)
    {
        if (moov.FindChild(BoxType.Mvex) is not null)
        {
            throw new UnsuitableException("it is fragmented");
        }

        var tracks = moov.Children.Where(static box => box.Type == BoxType.Trak)
            .Select(static trak => (Box: trak, Handler: MovieTrack.HandlerOf(trak))).ToList();
        var videos = tracks.FindAll(static track => track.Handler == MovieTrack.VideoHandler);
        var audio = tracks.FindAll(static track => track.Handler == MovieTrack.AudioHandler);
        return videos is [var video] && audio.Count <= MaxAudioTracks
            ? new(moov.Child(BoxType.Mvhd), MovieTrack.Read(video.Box), [.. audio.Select(static track => MovieTrack.Read(track.Box))])
            : throw new UnsuitableException($"it has {videos.Count} video tracks and {audio.Count} audio tracks");
    }
}
