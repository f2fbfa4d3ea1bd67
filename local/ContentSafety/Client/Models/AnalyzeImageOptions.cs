namespace Azure.AI.ContentSafety;

public class AnalyzeImageOptions
{
    public AnalyzeImageOptions(ContentSafetyImageData image)
    {
        ArgumentNullException.ThrowIfNull(image);
        Image = image;
    }

    public ContentSafetyImageData Image { get; }

    /// <summary>The categories to analyse; all of them when empty.</summary>
    public IList<ImageCategory> Categories { get; } = [];

    public AnalyzeImageOutputType? OutputType { get; set; }
}
