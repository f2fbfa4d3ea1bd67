using AiLabels.Reports;

namespace AiLabels.Pixels.Burning;

/// <summary>What became of one order: a video, or the problem that kept it from being made.</summary>
/// <param name="Problem"><c>burn.undecodable</c>, <c>burn.limit</c>, <c>burn.container</c> or <c>burn.output</c>.</param>
public sealed record BurnOutcome(BurntVideo? Video, Problem? Problem);
