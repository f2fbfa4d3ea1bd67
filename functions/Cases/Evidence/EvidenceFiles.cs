namespace VideoGate.Cases.Evidence;

/// <summary>Names of evidence files, below <c>evidence/{caseId}/</c>.</summary>
public static class EvidenceFiles
{
    /// <summary>The full label report.</summary>
    public const string Labels = "labels.json";

    /// <summary>
    /// The trust lists used to validate its content credentials: <see cref="TrustListsUsed"/>; only if the file has any and lists exist.
    /// </summary>
    public const string TrustLists = "trust-lists.json";

    /// <summary>The sampled frames and the reason of each: <see cref="FrameEvidence"/>.</summary>
    public const string Frames = "frames.json";

    /// <summary>Every visible label with its measurements.</summary>
    public const string ExplicitLabels = "explicit-labels.json";

    /// <summary>Every audio label with its measurements; only if audio was analyzed.</summary>
    public const string AudioLabels = "audio-labels.json";

    /// <summary>All distinct frames on one page, JPEG.</summary>
    public const string ContactSheet = "contact-sheet.jpg";

    /// <summary>Content Safety results of each frame.</summary>
    public const string FrameSafety = "safety-frames.json";

    /// <summary>Content Safety results of each text.</summary>
    public const string TextSafety = "safety-text.json";

    /// <summary>Texts recognized in the picture, one per line, UTF-8.</summary>
    public const string RecognizedText = "recognized-text.txt";

    /// <summary>Result of an approval with label: <see cref="LabellingResult"/>.</summary>
    public const string Labelling = "labelling.json";

    /// <summary>The label report of the labelled copy.</summary>
    public const string LabelledLabels = "labelled-labels.json";

    /// <summary>Every visible label of the labelled copy with its measurements.</summary>
    public const string LabelledExplicitLabels = "labelled-explicit-labels.json";

    /// <summary>The labelled copy, until published.</summary>
    public const string Labelled = "labelled/video";

    /// <summary>The uploaded video.</summary>
    public static string Original(string name) => $"original/{name}";

    /// <summary>A frame, JPEG.</summary>
    public static string Frame(int id) => $"frames/{id}.jpg";
}
