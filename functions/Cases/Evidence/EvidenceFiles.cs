namespace VideoGate.Cases.Evidence;

/// <summary>Names of the evidence of a case, below <c>evidence/{caseId}/</c>.</summary>
public static class EvidenceFiles
{
    /// <summary>The whole label report.</summary>
    public const string Labels = "labels.json";

    /// <summary>
    /// The trust lists that its content credentials were judged by: <see cref="TrustListsUsed"/>; only where there were both.
    /// </summary>
    public const string TrustLists = "trust-lists.json";

    /// <summary>Which frames were taken, and why: <see cref="FrameEvidence"/>.</summary>
    public const string Frames = "frames.json";

    /// <summary>Every visible label with its measures.</summary>
    public const string ExplicitLabels = "explicit-labels.json";

    /// <summary>Every audio label with its measures; only where somebody listened.</summary>
    public const string AudioLabels = "audio-labels.json";

    /// <summary>All distinct frames on one page, JPEG.</summary>
    public const string ContactSheet = "contact-sheet.jpg";

    /// <summary>What content safety said about each frame.</summary>
    public const string FrameSafety = "safety-frames.json";

    /// <summary>What content safety said about each text.</summary>
    public const string TextSafety = "safety-text.json";

    /// <summary>Every text that was recognised in the picture, a line each, UTF-8.</summary>
    public const string RecognizedText = "recognized-text.txt";

    /// <summary>What became of an approval with label: <see cref="LabellingResult"/>.</summary>
    public const string Labelling = "labelling.json";

    /// <summary>The label report of the labelled copy.</summary>
    public const string LabelledLabels = "labelled-labels.json";

    /// <summary>Every visible label of the labelled copy with its measures.</summary>
    public const string LabelledExplicitLabels = "labelled-explicit-labels.json";

    /// <summary>The labelled copy until it is published.</summary>
    public const string Labelled = "labelled/video";

    /// <summary>The video as it was uploaded.</summary>
    public static string Original(string name) => $"original/{name}";

    /// <summary>A frame, JPEG.</summary>
    public static string Frame(int id) => $"frames/{id}.jpg";
}
