using AiLabels.Reports;

namespace AiLabels.Pixels.Burning;

/// <summary>Result of one order: a video, or the problem that prevented it.</summary>
/// <param name="Problem">
/// <c>burn.undecodable</c>, <c>burn.limit</c>, <c>burn.tooLong</c>, <c>burn.container</c> or <c>burn.output</c>.
/// </param>
public sealed record BurnOutcome(BurntVideo? Video, Problem? Problem)
{
    /// <summary>What was encoded; null without a video.</summary>
    public BurnEffort? Effort { get; init; }
}
