using System.Buffers.Binary;
using AiLabels.Pixels.Burning.Mp4;

namespace AiLabels.Pixels.Burning.Splicing;

/// <summary>Sizes of the samples of a track in bytes, stsz, ISO/IEC 14496-12 clause 8.7.3.</summary>
internal sealed class SampleSizes
{
    private const int TableAt = 12;
    private const int MaxSamples = 4_000_000;

    private readonly ReadOnlyMemory<byte> _table;
    private readonly uint _common;

    private SampleSizes(uint common, int count, ReadOnlyMemory<byte> table) => (_common, Count, _table) = (common, count, table);

    public int Count { get; }

    public uint this[int sample] =>
        _common > 0 ? _common : BinaryPrimitives.ReadUInt32BigEndian(_table.Span[(sample * sizeof(uint))..]);

    /// <exception cref="UnsuitableException">It is malformed, or has more samples than allowed.</exception>
    public static SampleSizes Read(Box stsz)
    {
        var reader = new FieldReader(stsz.Payload.Span);
        reader.UInt32();
        var (common, count) = (reader.UInt32(), reader.UInt32());
        if (count is 0 or > MaxSamples || (common == 0 && (stsz.Payload.Length - TableAt) / sizeof(uint) < count))
        {
            throw new UnsuitableException("a track of it has no samples, or too many");
        }

        return new(common, (int)count, common == 0 ? stsz.Payload[TableAt..] : default);
    }

    public long Sum(int first, int count)
    {
        var sum = 0L;
        for (var i = first; i < first + count; i++)
        {
            sum += this[i];
        }

        return sum;
    }
}
