using AiLabels.Reports;
using AiLabels.Writing;

namespace AiLabels.Containers.IsoBmff.Writing;

/// <summary>A big-endian number in a table.</summary>
internal static class PositionField
{
    public static long Read(ReadOnlySpan<byte> field)
    {
        ulong value = 0;
        foreach (var b in field)
        {
            value = (value << 8) | b;
        }

        return (long)Math.Min(value, long.MaxValue);
    }

    /// <exception cref="RefusalException"><paramref name="value"/> does not fit.</exception>
    public static void Write(Span<byte> field, long value, Box table)
    {
        if (value < 0 || (field.Length < sizeof(long) && value >> (8 * field.Length) != 0))
        {
            throw new RefusalException(Refusal.UnsupportedLayout,
                $"A position in the box {FourCc.ToText(table.Type)} at byte {table.Offset} would outgrow its {field.Length} bytes.");
        }

        for (var i = field.Length - 1; i >= 0; i--)
        {
            field[i] = (byte)value;
            value >>= 8;
        }
    }

    /// <summary>Returns the edits of the bytes that change in a table.</summary>
    public static IEnumerable<Edit> Overwrite(Box table, byte[] before, byte[] after) =>
        before.AsSpan().SequenceEqual(after) ? [] : [Edit.Overwrite(table.Payload, after)];
}
