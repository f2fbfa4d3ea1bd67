using System.Buffers.Binary;
using AiLabels.Reports;
using AiLabels.Writing;

namespace AiLabels.Containers.IsoBmff.Writing;

/// <summary>Position of the samples of one track run: its data offset, ISO/IEC 14496-12 clause 8.8.8, is relative to a base.</summary>
/// <param name="trun">A trun box whose flags give a data offset.</param>
/// <param name="basis">The base data offset of its tfhd, or the beginning of the moof.</param>
internal sealed class RunOffset(Box trun, long basis, int offset) : IPositionTable
{
    /// <summary>Offset of the field, after version and flags and sample count.</summary>
    private const int FieldAt = 8;

    public IEnumerable<Edit> Relocate(EditList moved)
    {
        var relocated = moved.Map(Math.Max(0, basis + offset)) - moved.Map(basis);
        if (relocated == offset || basis + offset < 0)
        {
            return [];
        }

        var field = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(field, relocated is >= int.MinValue and <= int.MaxValue
            ? (int)relocated
            : throw new RefusalException(
                Refusal.UnsupportedLayout, $"The data offset of the track run at byte {trun.Offset} would outgrow 32 bits."));
        return [Edit.Overwrite(trun.Payload + FieldAt, field)];
    }
}
