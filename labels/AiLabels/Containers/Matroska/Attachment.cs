using AiLabels.Reading;
using AiLabels.Reports;
using AiLabels.Xmp;

namespace AiLabels.Containers.Matroska;

/// <summary>
/// An AttachedFile, RFC 9559 clause 5.1.6.1. Fonts and cover art are not read; XMP and C2PA manifest stores are, because Matroska has no
/// other place for them.
/// </summary>
/// <param name="file">The element itself.</param>
internal sealed class Attachment(Element file)
{
    private const int HeadLength = 512;

    private static readonly string[] StoreTypes = ["application/c2pa", "application/x-c2pa-manifest-store"];

    private string _name = "";
    private string _mediaType = "";
    private Element? _data;

    private bool IsStore => StoreTypes.Contains(_mediaType, StringComparer.OrdinalIgnoreCase) || HasExtension(".c2pa");

    private bool IsXmp => _mediaType.Equals("application/rdf+xml", StringComparison.OrdinalIgnoreCase) || HasExtension(".xmp");

    /// <summary>XMP is often attached as a document of no special kind.</summary>
    private bool MayBeXmp => _mediaType.EndsWith("xml", StringComparison.OrdinalIgnoreCase) || HasExtension(".xml");

    /// <param name="beginning">The beginning of its value.</param>
    public void Read(Element element, ReadOnlySpan<byte> beginning)
    {
        switch (element.Id)
        {
            case ElementId.FileName:
                _name = SegmentFacts.Text(beginning);
                break;
            case ElementId.FileMediaType:
                _mediaType = SegmentFacts.Text(beginning).Split(';')[0].Trim();
                break;
            default:
                _data = element;
                break;
        }
    }

    /// <summary>Reads the content if its name or media type says that it holds labels.</summary>
    public async ValueTask ReadContentAsync(InspectionContext inspection, string path)
    {
        if (_data is not { } data)
        {
            return;
        }

        if (IsStore)
        {
            await ReadStoreAsync(data, inspection, path);
        }
        else if ((IsXmp || (MayBeXmp && await BeginsXmpAsync(data, inspection)))
            && await inspection.ReadValueAsync(data.Payload, data.PayloadLength, data.At(path)) is { } packet)
        {
            inspection.CountPacket();
            inspection.Add(XmpReader.Read(packet, data.At(path), inspection.Options));
        }
    }

    private async ValueTask ReadStoreAsync(Element data, InspectionContext inspection, string path)
    {
        var store = new Source(path, data.Payload, data.PayloadLength);
        var jumbf = await inspection.ReadManifestStoreAsync(data.Payload, data.PayloadLength, store);
        inspection.Add((jumbf is null ? ManifestStoreData.Unreadable(store) : new ManifestStoreData(jumbf, store)) with
        {
            Outer = file.At(path),
        });
    }

    private static async ValueTask<bool> BeginsXmpAsync(Element data, InspectionContext inspection) =>
        XmpReader.IsPacket((await inspection.Bytes.PeekAsync(data.Payload, (int)Math.Min(data.PayloadLength, HeadLength))).Span);

    private bool HasExtension(string extension) => _name.EndsWith(extension, StringComparison.OrdinalIgnoreCase);
}
