using VideoGate.Cases;
using VideoGate.Cases.Api;
using VideoGate.Policies;
using VideoGate.Publishing;

namespace VideoGate.Review.Api;

/// <summary>A case as shown to a moderator.</summary>
/// <param name="ApproveReasons">Reason codes of an approval, by the case's policy.</param>
/// <param name="RejectReasons">Reason codes of a rejection, by the case's policy.</param>
/// <param name="FourEyes">Whether a second person must confirm a decision.</param>
/// <param name="UndoUntil">End of the undo window, or null if there is no decision or it cannot be undone.</param>
internal sealed record ReviewCase(
    CaseView Case,
    IReadOnlyList<ReasonCode> ApproveReasons,
    IReadOnlyList<ReasonCode> RejectReasons,
    FourEyesView FourEyes,
    DateTimeOffset? UndoUntil)
{
    /// <summary>The labels that an approval may order; null once the case is closed.</summary>
    public LabelChoices? LabelOptions { get; init; }
}

/// <param name="Required">Whether any verdict about this case requires a second, different person.</param>
/// <param name="Verdicts">The verdicts that do.</param>
/// <param name="HeldBy">Author of a decision that waits for confirmation, who may not confirm it.</param>
internal sealed record FourEyesView(bool Required, IReadOnlyList<ReviewVerdict> Verdicts, string? HeldBy);
