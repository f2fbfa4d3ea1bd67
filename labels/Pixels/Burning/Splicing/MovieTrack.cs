using AiLabels.Pixels.Burning.Mp4;

namespace AiLabels.Pixels.Burning.Splicing;

/// <summary>A track of a video that was uploaded: its boxes, and where its samples are.</summary>
internal sealed class MovieTrack
{
    public const uint VideoHandler = 0x76696465; // vide
    public const uint AudioHandler = 0x736F756E; // soun

    private const uint SelfContained = 1;
    private const uint NormalRate = 0x00010000;

    public required Box Header { get; init; }

    public required Box MediaHeader { get; init; }

    /// <summary>vmhd or smhd.</summary>
    public required Box KindHeader { get; init; }

    public required Box Tables { get; init; }

    public Box? Edits { get; init; }

    public required IReadOnlyList<Chunk> Chunks { get; init; }

    public required SampleSizes Sizes { get; init; }

    /// <summary>Time of the track at which its presentation begins; null if there is no edit list.</summary>
    public long? Begins { get; init; }

    public uint TimeScale { get; init; }

    /// <summary>The only sample entry.</summary>
    public required Box Entry { get; init; }

    public static uint HandlerOf(Box trak)
    {
        if (trak.FindChild(BoxType.Mdia)?.FindChild(BoxType.Hdlr) is not { } hdlr)
        {
            return 0;
        }

        var reader = new FieldReader(hdlr.Payload.Span);
        reader.UInt32();
        reader.UInt32();
        return reader.UInt32();
    }

    /// <exception cref="UnsuitableException">It has a form that is not supported.</exception>
    public static MovieTrack Read(Box trak)
    {
        var mdia = trak.Child(BoxType.Mdia);
        var minf = mdia.Child(BoxType.Minf);
        var stbl = minf.Child(BoxType.Stbl);
        CheckReferences(minf.Child(BoxType.Dinf).Child(BoxType.Dref));
        var edits = trak.FindChild(BoxType.Edts)?.FindChild(BoxType.Elst);
        var mdhd = mdia.Child(BoxType.Mdhd);
        return new()
        {
            Header = trak.Child(BoxType.Tkhd),
            MediaHeader = mdhd,
            KindHeader = minf.FindChild(BoxType.Vmhd) ?? minf.Child(BoxType.Smhd),
            Tables = stbl,
            Edits = edits,
            Begins = edits is { } list ? BeginOf(list) : null,
            TimeScale = ScaleOf(mdhd),
            Entry = EntryOf(stbl.Child(BoxType.Stsd)),
            Chunks = ChunkList.Read(stbl),
            Sizes = SampleSizes.Read(stbl.Child(BoxType.Stsz)),
        };
    }

    /// <summary>Gets the samples of each chunk: the number of the first one, the chunk, and its length in bytes.</summary>
    /// <exception cref="UnsuitableException">The chunks have other samples than the track.</exception>
    public IEnumerable<(int First, Chunk Chunk, long Length)> SampleRuns()
    {
        var first = 0;
        foreach (var chunk in Chunks)
        {
            if (chunk.Samples <= 0 || chunk.Samples > Sizes.Count - first)
            {
                throw new UnsuitableException("its index contradicts itself");
            }

            yield return (first, chunk, Sizes.Sum(first, chunk.Samples));
            first += chunk.Samples;
        }

        if (first != Sizes.Count)
        {
            throw new UnsuitableException("its index contradicts itself");
        }
    }

    private static Box EntryOf(Box stsd)
    {
        var reader = new FieldReader(stsd.Payload.Span);
        reader.UInt32();
        return reader.UInt32() == 1 && Box.In(stsd.Payload[8..]).FirstOrDefault() is { Type: not 0 } entry
            ? entry
            : throw new UnsuitableException("a track of it has several sample descriptions");
    }

    private static uint ScaleOf(Box mdhd)
    {
        var reader = new FieldReader(mdhd.Payload.Span);
        var skipped = reader.UInt32() >> 24 == 1 ? 4 : 2;
        for (var i = 0; i < skipped; i++)
        {
            reader.UInt32();
        }

        return reader.UInt32() is > 0 and var scale ? scale : throw new UnsuitableException("its index contradicts itself");
    }

    /// <summary>Media in other files are no part of the video.</summary>
    private static void CheckReferences(Box dref)
    {
        var reader = new FieldReader(dref.Payload.Span);
        reader.UInt32();
        var count = reader.UInt32();
        if (count != 1
            || Box.In(dref.Payload[8..]).Any(static entry => (new FieldReader(entry.Payload.Span).UInt32() & SelfContained) == 0))
        {
            throw new UnsuitableException("a track of it is in another file");
        }
    }

    /// <summary>The usual lists: one part of the media, which a gap may precede.</summary>
    private static long BeginOf(Box elst)
    {
        var reader = new FieldReader(elst.Payload.Span);
        var isLong = reader.UInt32() >> 24 == 1;
        var count = reader.UInt32();
        long? begins = null;
        for (var i = 0; i < count && i < 3; i++)
        {
            _ = isLong ? reader.Int64() : reader.UInt32();
            var time = isLong ? reader.Int64() : reader.Int32();
            if (reader.UInt32() != NormalRate || time < -1 || (time == -1 && i > 0) || (time >= 0 && begins is not null))
            {
                throw new UnsuitableException("its edit list cuts it");
            }

            begins ??= time < 0 ? null : time;
        }

        return count <= 2 && begins is { } found ? found : throw new UnsuitableException("its edit list cuts it");
    }
}
