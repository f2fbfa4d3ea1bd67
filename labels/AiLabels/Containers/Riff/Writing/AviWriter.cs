using AiLabels.Writing;

namespace AiLabels.Containers.Riff.Writing;

/// <summary>
/// Labels AVI, also with the OpenDML extensions. Free space before the media shrinks by the length of the label if it is large enough.
/// </summary>
internal sealed class AviWriter(LabelRewrite rewrite) : IContainerWriter
{
    private const int ChunkHeader = 8;

    public async ValueTask<EditList> PlanAsync()
    {
        var layout = await AviLayout.ReadAsync(rewrite);
        var placement = Place(layout);
        IReadOnlyList<Edit> edits = [.. placement, .. TakeFrom(layout, placement)];
        var moved = new EditList(edits);
        return new([
            .. edits,
            .. layout is { OldIndex: { } index, Media: [var media, ..] }
                ? await new OldIndex(index, media, rewrite).RelocateAsync(moved)
                : [],
            .. await RelocateIndexesAsync(layout, moved),
            .. layout.Lists.SelectMany(static l => l.Resize()),
        ]);
    }

    /// <summary>
    /// Places the label at the position of one that it replaces, at the end of the INFO list, or in a new INFO list after the header.
    /// </summary>
    private List<Edit> Place(AviLayout layout)
    {
        var edits = new List<Edit>();
        var label = ChunkBuilder.Chunk(ChunkId.Aigc, [.. rewrite.Json, 0]);
        var replaced =
            rewrite.Replaced.DistinctBy(static l => l.Offset).Select(
                old => layout.Entries.TryGetValue(old.Offset, out var entry) ? entry : throw LabelAdmission.NotReplaceable(old)).ToList();
        var inPlace = replaced.FindIndex(e => e.List == layout.Info);
        for (var i = 0; i < replaced.Count; i++)
        {
            var (chunk, list) = replaced[i];
            Change(new(chunk.Offset, Math.Min(chunk.End, list.ChildrenEnd) - chunk.Offset, i == inPlace ? label : default), list);
        }

        if (inPlace < 0 && layout.Info is { } info)
        {
            Change(Edit.Insert(info.ChildrenEnd, label), info);
        }
        else if (inPlace < 0)
        {
            Change(Edit.Insert(layout.Header.ChildrenEnd, ChunkBuilder.List(ChunkId.Info, label)), layout.Header.Parent!);
        }

        return edits;

        void Change(Edit edit, OpenList list)
        {
            edits.Add(edit);
            list.Grow(edit.Growth);
        }
    }

    private static IEnumerable<Edit> TakeFrom(AviLayout layout, List<Edit> placement)
    {
        var growth = layout.Media is [var media, ..] ? placement.Where(e => e.Offset <= media.Offset).Sum(static e => e.Growth) : 0;
        if (growth > 0 && layout.Padding.FirstOrDefault(p => p.Length >= growth + ChunkHeader) is { Length: > 0 } unused)
        {
            var list = layout.Lists.First(static l => l.Path == "AVI");
            list.Grow(-growth);
            yield return new(
                unused.Offset, growth + ChunkHeader, ChunkBuilder.Header(ChunkId.Junk, (uint)(unused.Length - growth - ChunkHeader)));
        }
    }

    private async ValueTask<IReadOnlyList<Edit>> RelocateIndexesAsync(AviLayout layout, EditList moved)
    {
        var edits = new List<Edit>();
        foreach (var index in layout.Indexes)
        {
            edits.AddRange(await new OpenDmlIndex(index, rewrite).RelocateAsync(moved));
        }

        return edits;
    }
}
