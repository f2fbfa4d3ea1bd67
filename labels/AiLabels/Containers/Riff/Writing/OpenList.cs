using AiLabels.Reports;
using AiLabels.Writing;

namespace AiLabels.Containers.Riff.Writing;

/// <summary>A list whose content, and with it every parent, may grow.</summary>
/// <param name="end">End of the parent.</param>
internal sealed class OpenList(Chunk chunk, OpenList? parent, long end)
{
    private long _growth;

    public Chunk Chunk { get; } = chunk;

    public OpenList? Parent { get; } = parent;

    public string Path => Parent is null ? FourCc.ToText(Chunk.Id).TrimEnd() : $"{Parent.Path}/{FourCc.ToText(Chunk.Id)}";

    /// <summary>Offset at which a child can be added, padding included.</summary>
    public long ChildrenEnd => Math.Min(Chunk.End, end);

    public void Grow(long bytes)
    {
        for (var list = this; list is not null; list = list.Parent)
        {
            list._growth += bytes;
        }
    }

    /// <summary>
    /// Returns the edit of the size field; none if the size does not change. Padding outside the old size becomes part of the list.
    /// </summary>
    public IEnumerable<Edit> Resize()
    {
        const int HeaderSize = 8;
        if (_growth == 0)
        {
            yield break;
        }

        var size = ChildrenEnd - Chunk.Offset - HeaderSize + _growth;
        yield return size <= uint.MaxValue
            ? Edit.Overwrite(Chunk.Offset + 4, ChunkBuilder.UInt32((uint)size))
            : throw new RefusalException(Refusal.UnsupportedLayout,
                $"The list {Path} would outgrow its 32-bit size. Re-mux the file first: ffmpeg -i IN -c copy OUT.mkv");
    }
}
