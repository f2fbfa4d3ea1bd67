namespace VideoGate.Cases.Evidence;

/// <summary>Which pictures of a video were looked at, why, and what they were worth.</summary>
/// <param name="Frames">The frames that look like no frame before them, in the order of time; each is kept as a picture.</param>
/// <param name="Problems">What could not be decoded.</param>
/// <param name="BytesRead">Translate the upload.</param>
public sealed record FrameEvidence(
    IReadOnlyList<SampledStretch> Plan, IReadOnlyList<SampledFrame> Frames, IReadOnlyList<string> Problems, long BytesRead);

/// <param name="Reason">One sentence for people.</param>
/// <param name="From">In seconds from the start of the video.</param>
/// <param name="Duration">In seconds.</param>
public sealed record SampledStretch(string Purpose, string Reason, double From, double Duration, double FramesPerSecond);

/// <param name="Id">From 1; its picture is <see cref="EvidenceFiles.Frame"/>.</param>
/// <param name="Seconds">From the start of the video.</param>
/// <param name="StandsFor">Times of the frames that look the same, in seconds.</param>
public sealed record SampledFrame(int Id, double Seconds, IReadOnlyList<double> StandsFor);
