namespace AiLabels.Testing.C2pa;

/// <summary>Terms of the IPTC vocabulary digitalsourcetype in credentials.</summary>
internal static class SourceTypes
{
    public const string Trained = "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia";
    public const string CompositeWithTrained = "http://cv.iptc.org/newscodes/digitalsourcetype/compositeWithTrainedAlgorithmicMedia";
    public const string Capture = "http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture";
}
