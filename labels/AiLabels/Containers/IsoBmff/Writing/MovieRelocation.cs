using AiLabels.Reading;
using AiLabels.Writing;

namespace AiLabels.Containers.IsoBmff.Writing;

/// <summary>Adds to edits of a movie what follows from them: positions in its tables, and sizes of its boxes.</summary>
internal static class MovieRelocation
{
    /// <exception cref="RefusalException">A position or a size does not fit into its field.</exception>
    public static async ValueTask<EditList> CompleteAsync(ByteReader bytes, MovieLayout layout, IReadOnlyList<Edit> edits)
    {
        var moved = Settle(edits, layout.ChunkOffsets);
        return new([
            .. edits,
            .. layout.ChunkOffsets.SelectMany(t => t.Relocate(moved)),
            .. layout.Positions.SelectMany(t => t.Relocate(moved)),
            .. await ResizeAsync(bytes, layout),
        ]);
    }

    /// <summary>Repeats the relocation until the chunk offsets that need 64 bits have them: each promotion moves all later bytes.</summary>
    private static EditList Settle(IReadOnlyList<Edit> edits, List<ChunkOffsets> tables)
    {
        while (true)
        {
            var moved = new EditList([.. edits, .. tables.Where(static t => t.IsPromoted).Select(static t => t.Placeholder)]);
            if (!tables.Exists(t => t.Promote(moved)))
            {
                return moved;
            }
        }
    }

    private static async ValueTask<IReadOnlyList<Edit>> ResizeAsync(ByteReader bytes, MovieLayout layout)
    {
        var edits = new List<Edit>();
        foreach (var box in layout.Boxes)
        {
            if (await box.ResizeAsync(bytes) is { } edit)
            {
                edits.Add(edit);
            }
        }

        return edits;
    }
}
