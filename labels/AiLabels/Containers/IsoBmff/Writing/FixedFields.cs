using AiLabels.Writing;

namespace AiLabels.Containers.IsoBmff.Writing;

/// <summary>A box with absolute positions in fields of one width at fixed offsets: tfhd, tfra and saio.</summary>
/// <param name="fields">Offsets of the fields in the payload.</param>
internal sealed class FixedFields(Box box, byte[] payload, int width, IReadOnlyList<int> fields) : IPositionTable
{
    public IEnumerable<Edit> Relocate(EditList moved)
    {
        var relocated = payload.ToArray();
        foreach (var at in fields)
        {
            var field = relocated.AsSpan(at, width);
            PositionField.Write(field, moved.Map(PositionField.Read(field)), box);
        }

        return PositionField.Overwrite(box, payload, relocated);
    }
}
