namespace AiLabels.Pixels.Frames;

/// <summary>A frame that represents a group of similar frames.</summary>
/// <param name="Time">Time of the frame.</param>
/// <param name="StandsFor">Times of the similar frames.</param>
/// <param name="Hash">Its difference hash, see <see cref="FrameFingerprint.Hash"/>.</param>
public sealed record DistinctFrame(TimeSpan Time, IReadOnlyList<TimeSpan> StandsFor, ulong Hash);
