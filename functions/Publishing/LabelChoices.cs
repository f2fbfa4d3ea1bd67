using VideoGate.Cases;
using VideoGate.Http;

namespace VideoGate.Publishing;

/// <summary>The labels that an approval with label may order for one video.</summary>
/// <param name="Explicit">Possible choices; empty if the video cannot be labelled at all.</param>
/// <param name="Texts">Texts of overlay labels.</param>
/// <param name="Label">Value of the AIGC label that the copy would carry, or null if the video cannot be labelled.</param>
/// <param name="Credentials">The video has content credentials; they do not match the copy and are kept next to it.</param>
/// <param name="Refused">Why each other choice is not possible.</param>
public sealed record LabelChoices(
    IReadOnlyList<ExplicitChoice> Explicit, IReadOnlyList<string> Texts, string? Label, bool Credentials,
    IReadOnlyList<LabelRefusal> Refused)
{
    /// <returns>The problem with an order, or null if it appears possible from what is known.</returns>
    public ProblemResult? RefusalOf(LabelOrder order) =>
        Refused.FirstOrDefault(refused => refused.Explicit == order.Explicit) is { } refused
        ? Problems.CannotLabel.Because(refused.Message).With("code", refused.Code)
        : null;
}

public sealed record LabelRefusal(ExplicitChoice Explicit, string Code, string Message);
