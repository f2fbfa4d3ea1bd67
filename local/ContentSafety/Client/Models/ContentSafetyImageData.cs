namespace Azure.AI.ContentSafety;

/// <summary>An image by its bytes (at most 4 MB, 50 to 2,048 pixels a side) or by the URI of a blob.</summary>
public class ContentSafetyImageData
{
    public ContentSafetyImageData(BinaryData content)
    {
        ArgumentNullException.ThrowIfNull(content);
        Content = content;
    }

    public ContentSafetyImageData(Uri blobUri)
    {
        ArgumentNullException.ThrowIfNull(blobUri);
        BlobUri = blobUri;
    }

    internal BinaryData? Content { get; }

    internal Uri? BlobUri { get; }
}
