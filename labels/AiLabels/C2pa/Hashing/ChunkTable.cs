using System.Buffers.Binary;
using AiLabels.Containers.IsoBmff;

namespace AiLabels.C2pa.Hashing;

/// <summary>The bytes of all chunks of a track: stco or co64, stsc, and stsz or stz2 (ISO/IEC 14496-12 clauses 8.7.3 to 8.7.5).</summary>
internal static class ChunkTable
{
    private const int CountAt = 4;
    private const int EntriesAt = 8;
    private const int RunLength = 12;
    private const int SizesAt = 12;

    public static IEnumerable<FileRange> Chunks(IReadOnlyDictionary<uint, byte[]> tables)
    {
        var isLarge = !tables.TryGetValue(BoxType.Stco, out var offsets) && tables.TryGetValue(BoxType.Co64, out offsets);
        var runs = tables.GetValueOrDefault(BoxType.Stsc) ?? [];
        var sizes = new Sizes(tables);
        var (run, sample) = (0, 0L);
        var width = isLarge ? sizeof(ulong) : sizeof(uint);
        var count = offsets is null ? 0 : (offsets.Length - EntriesAt) / width;
        for (var chunk = 0; chunk < count; chunk++)
        {
            while (FirstChunk(runs, run + 1) is { } next && next <= chunk + 1L)
            {
                run++;
            }

            var at = EntriesAt + (chunk * width);
            var offset = isLarge
                ? (long)Math.Min(BinaryPrimitives.ReadUInt64BigEndian(offsets.AsSpan(at)), long.MaxValue / 2)
                : BinaryPrimitives.ReadUInt32BigEndian(offsets.AsSpan(at));
            var length = sizes.Sum(ref sample, SamplesPerChunk(runs, run));
            yield return new FileRange(offset, offset + length);
        }
    }

    private static uint? FirstChunk(byte[] runs, int run) => EntriesAt + ((run + 1) * RunLength) <= runs.Length
        ? BinaryPrimitives.ReadUInt32BigEndian(runs.AsSpan(EntriesAt + (run * RunLength)))
        : null;

    private static uint SamplesPerChunk(byte[] runs, int run) => EntriesAt + ((run + 1) * RunLength) <= runs.Length
        ? BinaryPrimitives.ReadUInt32BigEndian(runs.AsSpan(EntriesAt + (run * RunLength) + sizeof(uint)))
        : 1;

    private sealed class Sizes(IReadOnlyDictionary<uint, byte[]> tables)
    {
        private readonly byte[] _sizes = tables.GetValueOrDefault(BoxType.Stsz) ?? [];
        private readonly byte[] _compact = tables.GetValueOrDefault(BoxType.Stz2) ?? [];

        /// <summary>Adds the sizes of the next samples.</summary>
        public long Sum(ref long sample, uint count)
        {
            var common = _sizes.Length >= SizesAt ? BinaryPrimitives.ReadUInt32BigEndian(_sizes.AsSpan(CountAt)) : 0;
            if (common > 0)
            {
                sample += count;
                return (long)common * count;
            }

            long sum = 0;
            for (var end = sample + count; sample < end && Size(sample) is { } size; sample++)
            {
                sum += size;
            }

            return sum;
        }

        private long? Size(long sample)
        {
            var width = _sizes.Length >= SizesAt ? 32 : _compact.Length >= SizesAt ? _compact[7] : 0;
            var table = _sizes.Length >= SizesAt ? _sizes : _compact;
            var at = SizesAt + (sample * width / 8);
            return width is 4 or 8 or 16 or 32 && at + Math.Max(width / 8, 1) <= table.Length
                ? width switch
                {
                    4 => (table[at] >> (sample % 2 == 0 ? 4 : 0)) & 0xF,
                    8 => table[at],
                    16 => BinaryPrimitives.ReadUInt16BigEndian(table.AsSpan((int)at)),
                    _ => BinaryPrimitives.ReadUInt32BigEndian(table.AsSpan((int)at)),
                }
                : null;
        }
    }
}
