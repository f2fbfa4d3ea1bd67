namespace AiLabels.Pixels.Frames;

/// <summary>A frame that is judged for others too.</summary>
/// <param name="Time">Time of the frame that is judged.</param>
/// <param name="StandsFor">Times of the frames that look the same.</param>
/// <param name="Hash">Its difference hash, see <see cref="FrameFingerprint.Hash"/>.</param>
public sealed record DistinctFrame(TimeSpan Time, IReadOnlyList<TimeSpan> StandsFor, ulong Hash);
