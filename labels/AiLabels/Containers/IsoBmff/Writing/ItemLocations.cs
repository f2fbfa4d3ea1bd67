using AiLabels.Reports;
using AiLabels.Writing;

namespace AiLabels.Containers.IsoBmff.Writing;

/// <summary>
/// iloc, ISO/IEC 14496-12 clause 8.11.3: file positions of the items of a meta box, as a base and extents relative to it.
/// </summary>
internal sealed class ItemLocations(Box iloc, byte[] payload) : IPositionTable
{
    private const int FileOffset = 0;

    public IEnumerable<Edit> Relocate(EditList moved)
    {
        var relocated = payload.ToArray();
        try
        {
            Relocate(new Fields(relocated), moved);
        }
        catch (ArgumentOutOfRangeException)
        {
            throw RefusalException.Damaged($"The item locations at byte {iloc.Offset} are truncated.");
        }

        return PositionField.Overwrite(iloc, payload, relocated);
    }

    private void Relocate(Fields fields, EditList moved)
    {
        var version = fields.Number(4) >> 24;
        var sizes = fields.Number(2);
        var layout = new Widths(
            (int)(sizes >> 12), (int)((sizes >> 8) & 15), (int)((sizes >> 4) & 15), version > 0 ? (int)(sizes & 15) : 0);
        if (version > 2 || !layout.AreKnown)
        {
            throw new RefusalException(Refusal.UnsupportedLayout, $"The item locations at byte {iloc.Offset} are of an unknown version.");
        }

        for (var items = fields.Number(version < 2 ? 2 : 4); items > 0; items--)
        {
            fields.Number(version < 2 ? 2 : 4);
            var method = version > 0 ? fields.Number(2) & 15 : FileOffset;
            fields.Number(2);
            RelocateItem(fields, layout, method == FileOffset ? moved : null);
        }
    }

    private void RelocateItem(Fields fields, Widths widths, EditList? moved)
    {
        var baseField = fields.Take(widths.Base);
        var basis = PositionField.Read(baseField.Span);
        long? shift = null;
        for (var extents = fields.Number(2); extents > 0; extents--)
        {
            fields.Take(widths.Index);
            var field = fields.Take(widths.Offset);
            fields.Take(widths.Length);
            var offset = PositionField.Read(field.Span);
            var by = moved is null || basis > long.MaxValue / 2 || offset > long.MaxValue / 2
                ? 0
                : moved.Map(basis + offset) - basis - offset;
            if (widths.Base == 0)
            {
                PositionField.Write(field.Span, offset + by, iloc);
            }
            else if ((shift ??= by) != by)
            {
                throw new RefusalException(Refusal.UnsupportedLayout, $"The parts of an item at byte {iloc.Offset} would move apart.");
            }
        }

        PositionField.Write(baseField.Span, basis + (shift ?? 0), iloc);
    }

    private readonly record struct Widths(int Offset, int Length, int Base, int Index)
    {
        public bool AreKnown => Offset is 0 or 4 or 8 && Length is 0 or 4 or 8 && Base is 0 or 4 or 8 && Index is 0 or 4 or 8;
    }

    /// <summary>Reads the payload field by field; reading past its end throws <see cref="ArgumentOutOfRangeException"/>.</summary>
    private sealed class Fields(Memory<byte> rest)
    {
        public Memory<byte> Take(int width)
        {
            var field = rest[..width];
            rest = rest[width..];
            return field;
        }

        public long Number(int width) => PositionField.Read(Take(width).Span);
    }
}
