using AiLabels.Pixels.Burning.Mp4;

namespace AiLabels.Pixels.Burning.Splicing;

/// <summary>Reads where the chunks of a track are: stsc with stco or co64, ISO/IEC 14496-12 clauses 8.7.4 and 8.7.5.</summary>
internal static class ChunkList
{
    /// <exception cref="UnsuitableException">The tables contradict each other, or use several sample descriptions.</exception>
    public static List<Chunk> Read(Box stbl)
    {
        var positions = Positions(stbl);
        var reader = new FieldReader(stbl.Child(BoxType.Stsc).Payload.Span);
        reader.UInt32();
        var runs = reader.UInt32();
        var chunks = new List<Chunk>(positions.Count);
        var samples = 0;
        for (var run = 0u; run < runs; run++)
        {
            var (first, count, description) = (reader.UInt32(), reader.UInt32(), reader.UInt32());
            if (description != 1 || first - 1 < chunks.Count || first > positions.Count || (run == 0 && first != 1) || count > int.MaxValue)
            {
                throw new UnsuitableException("its index contradicts itself");
            }

            Fill(chunks, positions, (int)first - 1, samples);
            samples = (int)count;
        }

        Fill(chunks, positions, positions.Count, samples);
        return chunks;
    }

    private static void Fill(List<Chunk> chunks, List<long> positions, int end, int samples)
    {
        while (chunks.Count < end)
        {
            chunks.Add(new(positions[chunks.Count], samples));
        }
    }

    private static List<long> Positions(Box stbl)
    {
        var isLong = stbl.FindChild(BoxType.Stco) is null;
        var table = stbl.Child(isLong ? BoxType.Co64 : BoxType.Stco).Payload;
        var reader = new FieldReader(table.Span);
        reader.UInt32();
        var count = reader.UInt32();
        var positions = new List<long>((int)Math.Min(count, (uint)table.Length / sizeof(uint)));
        for (var i = 0u; i < count; i++)
        {
            positions.Add(isLong ? reader.Int64() : reader.UInt32());
        }

        return positions;
    }
}
