using System.Buffers.Binary;
using AiLabels.Pixels.Burning.H264;
using AiLabels.Pixels.Burning.Mp4;

namespace AiLabels.Pixels.Burning.Splicing;

/// <summary>Writes the boxes before the media of a copy whose opening was encoded.</summary>
internal sealed class SplicedMovie(MovieFile movie, VideoEntry entry, SampleTimes times, Opening opening, MediaLayout media)
{
    private const uint SelfContained = 1;

    private static readonly uint[] KeptTables =
        [BoxType.Stts, BoxType.Ctts, BoxType.Stss, BoxType.Stsz, BoxType.Stsc, BoxType.Sgpd, BoxType.Sbgp];

    /// <exception cref="UnsuitableException">A track cannot be written.</exception>
    public byte[] Write() => MovieHead.Build(Index, media.Length);

    private byte[] Index(long @base, bool isLong) => Box.Write(
        BoxType.Moov,
        [
            movie.Header.Write(), Track(movie.Video, VideoTables(@base, isLong)),
            .. movie.Audio.Select(track => Track(track, AudioTables(track, @base, isLong))),
        ]);

    private byte[] Track(MovieTrack track, IEnumerable<byte[]> tables) => Box.Write(
        BoxType.Trak,
        [
            track.Header.Write(),
            .. track.Edits is { } edits ? (byte[][])[Box.Write(BoxType.Edts, [edits.Write()])] : [],
            Box.Write(
                BoxType.Mdia,
                [
                    track.MediaHeader.Write(), Handler(track),
                    Box.Write(BoxType.Minf, [track.KindHeader.Write(), References(), Box.Write(BoxType.Stbl, tables)]),
                ]),
        ]);

    /// <summary>The times are the upload's; sizes, key frames and parameter sets are the encoder's up to the seam.</summary>
    private IEnumerable<byte[]> VideoTables(long @base, bool isLong)
    {
        var encoded = opening.Samples;
        var offsets = Offsets();
        yield return Description(entry.Write(entry.Record.With(opening.Record)));
        yield return movie.Video.Tables.Child(BoxType.Stts).Write();
        if (offsets.Any(static offset => offset != 0))
        {
            yield return SampleTables.Runs(BoxType.Ctts, offsets.Select(static offset => (uint)offset), version: 1);
        }

        var syncs = times.Syncs ?? Enumerable.Range(0, times.Count);
        yield return SampleTables.Table(
            BoxType.Stss,
            [
                .. encoded.Index().Where(static sample => sample.Item.IsSync).Select(static sample => (uint)sample.Index + 1),
                .. syncs.Where(sample => sample >= encoded.Count).Select(static sample => (uint)sample + 1),
            ]);
        yield return Box.Write(
            BoxType.Stsz,
            [
                SampleTables.UInt32s(
                [
                    0, 0, (uint)times.Count, .. encoded.Select(static sample => sample.Size),
                    .. Enumerable.Range(encoded.Count, times.Count - encoded.Count).Select(sample => movie.Video.Sizes[sample]),
                ]),
            ]);
        yield return SampleTables.Chunks(media.Of(movie.Video));
        yield return SampleTables.Positions(media.Of(movie.Video), @base, isLong);
    }

    /// <summary>
    /// Gets the time from decoding to composition of each sample. Those of the opening are decoded in the order in which they are shown, at
    /// the same times as before.
    /// </summary>
    private int[] Offsets()
    {
        var shown = Enumerable.Range(0, opening.Samples.Count).Select(times.Composition).Order().ToList();
        return
        [
            .. shown.Select((time, sample) => checked((int)(time - times.Decoding[sample]))),
            .. times.Offsets[opening.Samples.Count..],
        ];
    }

    private IEnumerable<byte[]> AudioTables(MovieTrack track, long @base, bool isLong) =>
    [
        Description(AudioEntry.Write(track.Entry)),
        .. track.Tables.Children.Where(static box => KeptTables.Contains(box.Type)).Select(static box => box.Write()),
        SampleTables.Positions(media.Of(track), @base, isLong),
    ];

    private static byte[] Description(byte[] entry) => Box.Write(BoxType.Stsd, [SampleTables.UInt32s([0, 1]), entry]);

    private static byte[] References() => Box.Write(
        BoxType.Dinf,
        [Box.Write(BoxType.Dref, [SampleTables.UInt32s([0, 1]), Box.Write(BoxType.Url, [SampleTables.UInt32s([SelfContained])])])]);

    private byte[] Handler(MovieTrack track)
    {
        var handler = new byte[25];
        BinaryPrimitives.WriteUInt32BigEndian(handler.AsSpan(8), track == movie.Video ? MovieTrack.VideoHandler : MovieTrack.AudioHandler);
        return Box.Write(BoxType.Hdlr, [handler]);
    }
}
