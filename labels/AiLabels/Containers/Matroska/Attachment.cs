namespace AiLabels.Containers.Matroska;

/// <summary>
/// An AttachedFile, RFC 9559 clause 5.1.6.1. Fonts and cover art are not read; XMP is, because Matroska has no other place for it.
/// </summary>
internal sealed class Attachment
{
    private string? _name;
    private string? _mediaType;
    private Element? _data;

    /// <summary>Gets the content if its name or media type says that it is an XMP packet.</summary>
    public Element? Xmp =>
        _mediaType is "application/rdf+xml" || (_name?.EndsWith(".xmp", StringComparison.OrdinalIgnoreCase) ?? false) ? _data : null;

    /// <param name="beginning">The beginning of its value.</param>
    public void Read(Element element, ReadOnlySpan<byte> beginning)
    {
        switch (element.Id)
        {
            case ElementId.FileName:
                _name = SegmentFacts.Text(beginning);
                break;
            case ElementId.FileMediaType:
                _mediaType = SegmentFacts.Text(beginning);
                break;
            default:
                _data = element;
                break;
        }
    }
}
