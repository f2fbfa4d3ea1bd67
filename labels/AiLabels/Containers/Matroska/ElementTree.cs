using AiLabels.Reading;

namespace AiLabels.Containers.Matroska;

/// <summary>The elements of a file. Blocks are listed only if the end of a cluster must be searched.</summary>
internal sealed class ElementTree(InspectionContext inspection) : ITreeFormat
{
    public async ValueTask<TreeItem?> ReadAsync(long offset, TreeItem parent)
    {
        var (element, problem) = await Element.ReadAsync(inspection.Bytes, offset, parent.End, parent.Type);
        if (problem is not null)
        {
            inspection.Add(problem);
        }

        return element is { } found
            ? new TreeItem(ElementId.ToText(found.Id), found.Offset, found.Length)
            {
                Children = HasChildren(found) ? found.Payload : null,
                Note = await DescribeAsync(found),

                // Only a cluster of unknown size is read into.
                EndsParent = parent.Type == nameof(ElementId.Cluster) && ElementId.IsTopLevel(found.Id),
            }
            : null;
    }

    private static bool HasChildren(Element element) =>
        element.Id is ElementId.Ebml or ElementId.Segment or ElementId.SeekHead or ElementId.Seek
        or ElementId.Info or ElementId.Tracks or ElementId.TrackEntry or ElementId.Video or ElementId.Attachments or ElementId.AttachedFile
        or ElementId.Chapters or ElementId.Tags or ElementId.Tag or ElementId.SimpleTag
        || element is { Id: ElementId.Cluster, HasUnknownSize: true };

    private async ValueTask<string?> DescribeAsync(Element element) => element.Id switch
    {
        ElementId.DocType or ElementId.CodecId or ElementId.MuxingApp or ElementId.WritingApp or ElementId.TagName or ElementId.TagString
            or ElementId.TagBinary or ElementId.FileName or ElementId.FileMediaType
            => await TreeWalk.PreviewAsync(inspection.Bytes, element.Payload, element.PayloadLength),
        _ => element.HasUnknownSize ? "unknown size" : null,
    };
}
