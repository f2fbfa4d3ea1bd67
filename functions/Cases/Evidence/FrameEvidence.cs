namespace VideoGate.Cases.Evidence;

/// <summary>The frames sampled from a video, the reason of each sample, and the cost.</summary>
/// <param name="Frames">The distinct frames in time order; each is kept as an image.</param>
/// <param name="Problems">Problems of decoding.</param>
/// <param name="BytesRead">Bytes read from the upload.</param>
public sealed record FrameEvidence(
    IReadOnlyList<SampledStretch> Plan, IReadOnlyList<SampledFrame> Frames, IReadOnlyList<string> Problems, long BytesRead);

/// <param name="Reason">One human-readable sentence.</param>
/// <param name="From">In seconds from the start of the video.</param>
/// <param name="Duration">In seconds.</param>
public sealed record SampledStretch(string Purpose, string Reason, double From, double Duration, double FramesPerSecond);

/// <param name="Id">Starts at 1; the image is <see cref="EvidenceFiles.Frame"/>.</param>
/// <param name="Seconds">Time from the start of the video, in seconds.</param>
/// <param name="StandsFor">Times of the frames with the same picture, in seconds.</param>
public sealed record SampledFrame(int Id, double Seconds, IReadOnlyList<double> StandsFor);
