using System.Buffers.Binary;

namespace AiLabels.Containers.IsoBmff;

/// <summary>Offsets of the first samples of a track: stsz, stsc and stco or co64, ISO/IEC 14496-12 clauses 8.7.3 to 8.7.5.</summary>
internal sealed class SampleTable
{
    private readonly List<uint> _sizes = [];
    private long? _firstChunk;
    private uint _samplesInFirstChunk = 1;

    public void Read(uint type, ReadOnlySpan<byte> payload, int maxSamples)
    {
        switch (type)
        {
            case BoxType.Stco when payload.Length >= 12:
                _firstChunk ??= BinaryPrimitives.ReadUInt32BigEndian(payload[8..]);
                break;
            case BoxType.Co64 when payload.Length >= 16:
                _firstChunk ??= BinaryPrimitives.ReadInt64BigEndian(payload[8..]);
                break;
            case BoxType.Stsc when payload.Length >= 16:
                _samplesInFirstChunk = BinaryPrimitives.ReadUInt32BigEndian(payload[12..]);
                break;
            case BoxType.Stsz when payload.Length >= 12 && _sizes.Count == 0:
                ReadSizes(payload, maxSamples);
                break;
        }
    }

    /// <summary>Replaces the tables in a fragmented file, where only the first sample is needed, and not its size.</summary>
    public void SetFragment(long offset, uint length)
    {
        if (_sizes.Count == 0)
        {
            _firstChunk = offset;
            _sizes.Add(length);
        }
    }

    /// <summary>Returns the samples of the first chunk, in order.</summary>
    public IEnumerable<(long Offset, long Length)> FirstSamples()
    {
        var offset = _firstChunk ?? 0;
        for (var i = 0; i < _sizes.Count && i < _samplesInFirstChunk && offset > 0; i++)
        {
            yield return (offset, _sizes[i]);
            offset += _sizes[i];
        }
    }

    private void ReadSizes(ReadOnlySpan<byte> payload, int maxSamples)
    {
        var common = BinaryPrimitives.ReadUInt32BigEndian(payload[4..]);
        for (var at = 12; _sizes.Count < maxSamples && (common > 0 || at + 4 <= payload.Length); at += 4)
        {
            _sizes.Add(common > 0 ? common : BinaryPrimitives.ReadUInt32BigEndian(payload[at..]));
        }
    }
}
