using AiLabels.Writing;

namespace AiLabels.Containers.IsoBmff.Writing;

/// <summary>Labels MP4, MOV and their fragmented forms. Boxes keep their order, so a file prepared for streaming remains so.</summary>
internal sealed class IsoBmffWriter(LabelRewrite rewrite) : IContainerWriter
{
    private const int FreeHeader = 8;

    public async ValueTask<EditList> PlanAsync()
    {
        var layout = await new LayoutReader(rewrite).ReadAsync();
        var placement = await new LabelPlacement(rewrite, layout).PlaceAsync();
        IReadOnlyList<Edit> edits = [.. placement, .. TakeFrom(layout.Padding, placement.Sum(static e => e.Growth))];
        var moved = Settle(edits, layout.ChunkOffsets);
        return new([
            .. edits,
            .. layout.ChunkOffsets.SelectMany(t => t.Relocate(moved)),
            .. layout.Positions.SelectMany(t => t.Relocate(moved)),
            .. await ResizeAsync(layout),
        ]);
    }

    /// <summary>Shrinks the free space after the movie box by the growth of the movie; returns nothing if it is too small.</summary>
    private static IEnumerable<Edit> TakeFrom(Box? padding, long growth)
    {
        if (padding is { } free && growth > 0)
        {
            if (free.Length == growth)
            {
                yield return new(free.Offset, free.Length, default);
            }
            else if (free.Length - growth is >= FreeHeader and <= uint.MaxValue and var rest)
            {
                yield return new(
                    free.Offset, growth + FreeHeader, (byte[])[.. BoxBuilder.UInt32((uint)rest), .. BoxBuilder.UInt32(BoxType.Free)]);
            }
        }
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

    private async ValueTask<IReadOnlyList<Edit>> ResizeAsync(MovieLayout layout)
    {
        var edits = new List<Edit>();
        foreach (var box in layout.Boxes)
        {
            if (await box.ResizeAsync(rewrite.Bytes) is { } edit)
            {
                edits.Add(edit);
            }
        }

        return edits;
    }
}
