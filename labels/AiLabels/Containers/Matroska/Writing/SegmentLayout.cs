using AiLabels.Reports;
using AiLabels.Writing;

namespace AiLabels.Containers.Matroska.Writing;

/// <summary>The parts of a Segment that writing a label changes.</summary>
internal sealed class SegmentLayout
{
    private const int ChecksumLength = 6;

    /// <summary>Maximum number of elements read of a Cluster: Position is among its first.</summary>
    private const int MaxClusterHead = 8;

    private SegmentLayout(Element segment) => Segment = segment;

    public Element Segment { get; }

    /// <summary>Beginning of the media: the first Cluster, or the end if there is none.</summary>
    public long Media { get; private set; } = long.MaxValue;

    public List<ElementTree> Tags { get; } = [];

    /// <summary>SeekHead and Cues: their positions are relative to the beginning of the Segment's payload.</summary>
    public List<ElementTree> Indexes { get; } = [];

    /// <summary>Void elements before the media.</summary>
    public List<Element> Padding { get; } = [];

    public List<ClusterPosition> ClusterPositions { get; } = [];

    /// <summary>Checksums over the whole Segment, which become Void because the bytes they cover change.</summary>
    public List<Element> Checksums { get; } = [];

    public static async ValueTask<SegmentLayout> ReadAsync(LabelRewrite rewrite)
    {
        var (position, end) = (0L, rewrite.Bytes.Length);
        while (position < end)
        {
            var element = await NextAsync(rewrite, position, end);
            if (element.Id == ElementId.Segment)
            {
                var layout = new SegmentLayout(element);
                await layout.WalkAsync(rewrite);
                return layout;
            }

            position = element.End;
        }

        throw RefusalException.Damaged("The file has no Segment element.");
    }

    private async ValueTask WalkAsync(LabelRewrite rewrite)
    {
        for (var position = Segment.Payload; position < Segment.End;)
        {
            var element = await NextAsync(rewrite, position, Segment.End);
            position = element is { Id: ElementId.Cluster, HasUnknownSize: true } ? element.Payload : element.End;
            await VisitAsync(element, rewrite);
        }

        Media = Math.Min(Media, Segment.End);
    }

    private async ValueTask VisitAsync(Element element, LabelRewrite rewrite)
    {
        switch (element.Id)
        {
            case ElementId.Cluster:
                Media = Math.Min(Media, element.Offset);
                await ReadClusterAsync(element, rewrite);
                break;
            case ElementId.Ebml or ElementId.Segment:
                throw new RefusalException(Refusal.UnsupportedLayout,
                    "The file contains several consecutive documents. Re-mux it first: ffmpeg -i IN -c copy OUT.mkv");
            case ElementId.SeekHead or ElementId.Cues:
                Indexes.Add(await ElementTree.LoadAsync(rewrite, element));
                break;
            case ElementId.Tags:
                Tags.Add(await ElementTree.LoadAsync(rewrite, element));
                break;
            case ElementId.Void when element.Offset < Media:
                Padding.Add(element);
                break;
            case ElementId.Crc32 when element.Length == ChecksumLength && element.Offset == Segment.Payload:
                Checksums.Add(element);
                break;
        }
    }

    /// <summary>Finds the Position of a Cluster, if it is correct: live streams write 0.</summary>
    private async ValueTask ReadClusterAsync(Element cluster, LabelRewrite rewrite)
    {
        Element? checksum = null;
        var position = cluster.Payload;
        for (var i = 0; i < MaxClusterHead && position < cluster.End; i++)
        {
            var (child, _) = await Element.ReadAsync(rewrite.Bytes, position, cluster.End, "Cluster");
            if (child is not { } element || element.Id is ElementId.SimpleBlock or ElementId.BlockGroup)
            {
                return;
            }

            if (element is { Id: ElementId.Crc32, Length: ChecksumLength })
            {
                checksum = element;
            }

            if (element.Id == ElementId.Position && element.PayloadLength is >= 1 and <= 8)
            {
                var value = Element.BigEndian((await rewrite.Bytes.PeekAsync(element.Payload, (int)element.PayloadLength)).Span);
                if (value == (ulong)(cluster.Offset - Segment.Payload))
                {
                    ClusterPositions.Add(new(cluster.Offset, element, checksum));
                }

                return;
            }

            position = element.End;
        }
    }

    private static async ValueTask<Element> NextAsync(LabelRewrite rewrite, long position, long end)
    {
        rewrite.CountBox();
        var (element, problem) = await Element.ReadAsync(rewrite.Bytes, position, end, "");
        return problem is null && element is { } next && (!next.HasUnknownSize || next.Id is ElementId.Segment or ElementId.Cluster)
            ? next
            : throw RefusalException.Damaged(problem?.Message ?? $"The element at byte {position} has no end.");
    }
}
