namespace VideoGate.Local.Samples;

/// <summary>Where a video is on its way, in words for people.</summary>
internal static class Stage
{
    public const string Waiting = "waiting for its turn to upload";
    public const string Uploading = "uploading";
    public const string Uploaded = "uploaded, waiting for the app to notice it";
    public const string Failed = "failed";

    /// <summary>What the app does next, by the evidence that it has written.</summary>
    public static string Of(CaseView @case, IReadOnlySet<string> evidence) => @case switch
    {
        { Ended: true } => @case.State,
        { Decision: { } decision } => $"decided ({decision.Outcome}), moving the video",
        _ when evidence.Contains("safety-text.json") => "deciding",
        _ when evidence.Contains("safety-frames.json") => "asking Content Safety about its texts",
        _ when evidence.Contains("frames.json") => "asking Content Safety about its pictures",
        _ when evidence.Contains("labels.json") => "decoding the pictures and reading text in them",
        _ => "reading the labels in the file",
    };
}
