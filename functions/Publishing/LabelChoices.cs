using VideoGate.Cases;
using VideoGate.Http;

namespace VideoGate.Publishing;

/// <summary>What an approval with label may order for one video.</summary>
/// <param name="Explicit">Choices that are possible; none when the video cannot be labelled at all.</param>
/// <param name="Texts">Texts of a label over the picture.</param>
/// <param name="Label">Value of the AIGC label that the copy would carry; null when it cannot be labelled.</param>
/// <param name="Credentials">The video has content credentials, which will be kept beside the copy because they cannot match it.</param>
/// <param name="Refused">Why the other choices are not possible.</param>
public sealed record LabelChoices(
    IReadOnlyList<ExplicitChoice> Explicit, IReadOnlyList<string> Texts, string? Label, bool Credentials,
        IReadOnlyList<LabelRefusal> Refused)
{
    /// <returns>The problem with an order, or null when it can be carried out as far as can be told.</returns>
    public ProblemResult? RefusalOf(LabelOrder order) =>
        Refused.FirstOrDefault(refused => refused.Explicit == order.Explicit) is { } refused
        ? Problems.CannotLabel.Because(refused.Message).With("code", refused.Code)
        : null;
}

public sealed record LabelRefusal(ExplicitChoice Explicit, string Code, string Message);
