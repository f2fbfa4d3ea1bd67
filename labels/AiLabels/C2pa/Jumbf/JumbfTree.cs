using AiLabels.Containers;
using AiLabels.Containers.IsoBmff;
using AiLabels.Reading;

namespace AiLabels.C2pa.Jumbf;

/// <summary>The boxes of a manifest store: JUMBF (ISO/IEC 19566-5) uses the boxes of ISO BMFF.</summary>
internal sealed class JumbfTree(InspectionContext inspection) : ITreeFormat
{
    private const int MaxDescriptionLength = 1024;

    public async ValueTask<TreeItem?> ReadAsync(long offset, TreeItem parent)
    {
        var (box, problem) = await Box.ReadAsync(inspection.Bytes, offset, parent.End, parent.Type);
        if (problem is not null)
        {
            inspection.Add(problem);
        }

        if (box is not { } found)
        {
            return null;
        }

        var item = new TreeItem(FourCc.ToText(found.Type), found.Offset, found.Length);
        return item.Type switch
        {
            "jumb" => item with { Children = found.Payload, Note = await LabelAsync(found) },
            "json" or "bfdb" => item with { Note = await TreeWalk.PreviewAsync(inspection.Bytes, found.Payload, found.PayloadLength) },
            "brob" => item with { Note = "compressed" },
            _ => item,
        };
    }

    /// <summary>Reads label and content type from the description at the beginning of a superbox.</summary>
    private async ValueTask<string?> LabelAsync(Box superbox)
    {
        var (description, _) = await Box.ReadAsync(inspection.Bytes, superbox.Payload, superbox.End, "jumb");
        if (description is not { PayloadLength: < MaxDescriptionLength } box)
        {
            return null;
        }

        try
        {
            var (type, label) = JumbfParser.ReadDescription((await inspection.Bytes.PeekAsync(box.Payload, (int)box.PayloadLength)).Span);
            return $"{label} ({type})";
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
