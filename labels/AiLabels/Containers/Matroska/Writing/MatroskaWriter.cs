using AiLabels.Reports;
using AiLabels.Writing;

namespace AiLabels.Containers.Matroska.Writing;

/// <summary>
/// Labels Matroska and WebM. The label joins existing Tags, or new Tags before the first Cluster, where readers of live streams search too.
/// </summary>
/// <remarks>
/// Positions in SeekHead, Cues and Clusters are relative to the Segment's payload. A Void before the media shrinks by the length of the
/// label if it is large enough; otherwise the media move. Numbers that need more bytes enlarge their elements, which moves all later bytes,
/// so the positions are computed in a few rounds.
/// </remarks>
internal sealed class MatroskaWriter(LabelRewrite rewrite) : IContainerWriter
{
    private const int MaxRounds = 16;
    private const int IdLength = 4;

    public async ValueTask<EditList> PlanAsync()
    {
        var layout = await SegmentLayout.ReadAsync(rewrite);
        var tags = layout.Tags.Count == 0 ? null : layout.Tags[0];
        foreach (var old in rewrite.Replaced.Distinct())
        {
            tags = Drop(old, layout.Tags);
        }

        tags?.Append(Tag());
        IReadOnlyList<Edit> labels = tags is null
            ? [Edit.Insert(layout.Media, Ebml.Element(ElementId.Tags, Tag()))]
            : [.. layout.Tags.Where(t => t.IsChanged).Select(static t => t.ToEdit())];
        var moved = new EditList([]);
        for (var round = 0; round < MaxRounds; round++)
        {
            var edits = Relocate(layout, labels, moved);
            if (edits.Select(static e => (e.Offset, e.Growth)).SequenceEqual(moved.Select(static e => (e.Offset, e.Growth))))
            {
                return edits;
            }

            moved = edits;
        }

        throw new RefusalException(Refusal.UnsupportedLayout, "The positions in the file's index do not converge.");
    }

    /// <summary>Removes one label, and its Tag if that held nothing else.</summary>
    /// <returns>The Tags that held it, to which the new label is added.</returns>
    private static ElementTree Drop(Source label, List<ElementTree> tags)
    {
        foreach (var tree in tags)
        {
            var nodes = tree.Nodes;
            if (nodes.FirstOrDefault(n => n.Id == ElementId.SimpleTag && n.Element.Offset == label.Offset) is { } node)
            {
                node.IsDropped = true;
                var tag = node.Parent!;
                tag.IsDropped =
                    tag.Id == ElementId.Tag && !nodes.Any(n => n.Parent == tag && n is { Id: ElementId.SimpleTag, IsDropped: false });
                return tree;
            }
        }

        throw LabelAdmission.NotReplaceable(label);
    }

    /// <summary>Builds a Tag for the whole file: its Targets are empty (RFC 9559 clause 5.1.8.1.1).</summary>
    private byte[] Tag() => Ebml.Element(
        ElementId.Tag,
        Ebml.Element(ElementId.Targets),
        Ebml.Element(
            ElementId.SimpleTag, Ebml.Element(ElementId.TagName, "AIGC"u8.ToArray()), Ebml.Element(ElementId.TagString, rewrite.Json)));

    /// <summary>Returns all edits for the positions given by <paramref name="moved"/>.</summary>
    private static EditList Relocate(SegmentLayout layout, IReadOnlyList<Edit> labels, EditList moved)
    {
        var edits = new List<Edit>(labels);
        edits.AddRange(layout.Checksums.Select(ClusterPosition.Unused));
        edits.AddRange(
            layout.Indexes.Where(index => Relocate(index, moved, layout.Segment.Payload)).Select(static index => index.ToEdit()));
        edits.AddRange(TakeFrom(layout.Padding, edits.Where(e => e.Offset <= layout.Media).Sum(static e => e.Growth)));
        edits.AddRange(layout.ClusterPositions.SelectMany(c => c.Relocate(moved, layout.Segment.Payload)));
        edits.AddRange(Resize(layout.Segment, edits.Sum(static e => e.Growth)));
        return new(edits);
    }

    /// <returns>True if a position changed.</returns>
    private static bool Relocate(ElementTree index, EditList moved, long segment)
    {
        var changed = false;
        foreach (var node in index.Nodes.Where(
            static n => IsPosition(n.Id) && n.Element.PayloadLength is > 0 and <= 8 && n.Number < long.MaxValue / 2))
        {
            var position = (ulong)(moved.Map(segment + (long)node.Number) - moved.Map(segment));
            node.SetNumber(position);
            changed |= position != node.Number;
        }

        return changed;
    }

    private static bool IsPosition(uint id) =>
        id is ElementId.SeekPosition or ElementId.CueClusterPosition or ElementId.CueCodecState or ElementId.CueRefCluster;

    private static IEnumerable<Edit> TakeFrom(List<Element> padding, long growth)
    {
        foreach (var unused in growth > 0 ? padding : [])
        {
            if (unused.Length == growth)
            {
                return [new(unused.Offset, growth, default)];
            }

            if (unused.Length >= growth + Ebml.VoidHeader)
            {
                return [new(unused.Offset, growth + Ebml.VoidHeader, Ebml.Void(unused.Length - growth))];
            }
        }

        return [];
    }

    /// <summary>
    /// Returns the edit of the Segment's size, unless it is unknown. A field that is too narrow grows: no position is relative to a point
    /// before it.
    /// </summary>
    private static IEnumerable<Edit> Resize(Element segment, long growth)
    {
        if (segment.HasUnknownSize || growth == 0)
        {
            return [];
        }

        var size = segment.PayloadLength + growth;
        var width = segment.HeaderLength - IdLength;
        return [new(segment.Offset + IdLength, width, Ebml.Size(size, Math.Max(width, Ebml.WidthFor(size))))];
    }
}
