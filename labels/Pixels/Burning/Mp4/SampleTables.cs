using System.Buffers.Binary;

namespace AiLabels.Pixels.Burning.Mp4;

/// <summary>The sample tables of a track in a plain MP4, ISO/IEC 14496-12 clauses 8.6 and 8.7.</summary>
internal static class SampleTables
{
    /// <param name="stsd">Sample description from the encoder.</param>
    /// <param name="base">File position of the first byte of the media.</param>
    /// <param name="isLong">Whether positions need 64 bits.</param>
    public static byte[] Write(Box stsd, TrackSamples track, long @base, bool isLong) =>
        Box.Write(BoxType.Stbl, Tables(stsd, track, @base, isLong));

    private static IEnumerable<byte[]> Tables(Box stsd, TrackSamples track, long @base, bool isLong)
    {
        var samples = track.Samples;
        yield return stsd.Write();
        yield return Runs(BoxType.Stts, samples.Select(static sample => sample.Duration));
        if (samples.Any(static sample => sample.Offset != 0))
        {
            // Version 1: the encoder's offsets may be negative.
            yield return Runs(BoxType.Ctts, samples.Select(static sample => (uint)sample.Offset), version: 1);
        }

        if (!samples.TrueForAll(static sample => sample.IsSync))
        {
            yield return Table(
                BoxType.Stss, [.. samples.Index().Where(static entry => entry.Item.IsSync).Select(static entry => (uint)entry.Index + 1)]);
        }

        yield return Box.Write(BoxType.Stsz, UInt32s([0, 0, (uint)samples.Count, .. samples.Select(static sample => sample.Size)]));
        yield return Chunks(track.Chunks);
        yield return Positions(track.Chunks, @base, isLong);
    }

    /// <summary>Run-length encodes values, as count and value.</summary>
    public static byte[] Runs(uint type, IEnumerable<uint> values, uint version = 0)
    {
        List<uint> entries = [];
        foreach (var value in values)
        {
            if (entries is [.., _, var last] && last == value)
            {
                entries[^2]++;
            }
            else
            {
                entries.AddRange([1, value]);
            }
        }

        return Box.Write(type, UInt32s([version << 24, (uint)entries.Count / 2, .. entries]));
    }

    public static byte[] Table(uint type, IReadOnlyCollection<uint> entries) =>
        Box.Write(type, UInt32s([0, (uint)entries.Count, .. entries]));

    /// <summary>stsc: the first chunk of each run of chunks with the same number of samples.</summary>
    public static byte[] Chunks(IReadOnlyList<Chunk> chunks)
    {
        List<uint> entries = [];
        for (var i = 0; i < chunks.Count; i++)
        {
            if (i == 0 || chunks[i].Samples != chunks[i - 1].Samples)
            {
                entries.AddRange([(uint)i + 1, (uint)chunks[i].Samples, 1]);
            }
        }

        return Box.Write(BoxType.Stsc, UInt32s([0, (uint)entries.Count / 3, .. entries]));
    }

    public static byte[] Positions(IReadOnlyList<Chunk> chunks, long @base, bool isLong) => isLong
        ? Box.Write(BoxType.Co64, UInt32s([0, (uint)chunks.Count, .. chunks.SelectMany(chunk => Halves(@base + chunk.Position))]))
        : Table(BoxType.Stco, [.. chunks.Select(chunk => checked((uint)(@base + chunk.Position)))]);

    private static uint[] Halves(long value) => [(uint)(value >> 32), (uint)value];

    public static byte[] UInt32s(IReadOnlyList<uint> values)
    {
        var bytes = new byte[values.Count * sizeof(uint)];
        for (var i = 0; i < values.Count; i++)
        {
            BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(i * sizeof(uint)), values[i]);
        }

        return bytes;
    }
}
