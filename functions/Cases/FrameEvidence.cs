namespace Serverless.Cases;

/// <summary>The frames that were taken from a video, in the order of time.</summary>
public sealed record FrameEvidence(IReadOnlyList<SampledFrame> Frames)
{
    /// <summary>The frames that look like no frame before them; each is kept as a picture.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public IEnumerable<SampledFrame> Distinct => Frames.Where(frame => frame.SameAs is null);
}

/// <param name="Id">From 1; its picture is <see cref="EvidenceFiles.Frame"/>.</param>
/// <param name="Seconds">From the start of the video.</param>
/// <param name="Purpose">Why it was taken.</param>
/// <param name="SameAs">Id of the earlier frame that it looks like; null when it is distinct.</param>
public sealed record SampledFrame(int Id, double Seconds, string Purpose, int? SameAs = null);
