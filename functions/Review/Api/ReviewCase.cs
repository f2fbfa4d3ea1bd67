using VideoGate.Cases;
using VideoGate.Cases.Api;
using VideoGate.Policies;
using VideoGate.Publishing;

namespace VideoGate.Review.Api;

/// <summary>A case as shown to a moderator.</summary>
/// <param name="ApproveReasons">Reason codes of an approval: those of the case's policy that do not contradict the case.</param>
/// <param name="ApproveWithLabelReasons">The same for an approval with label.</param>
/// <param name="RejectReasons">The same for a rejection.</param>
/// <param name="FourEyes">Whether a second person must confirm a decision.</param>
/// <param name="UndoUntil">End of the undo window, or null if there is no decision or it cannot be undone.</param>
internal sealed record ReviewCase(
    CaseView Case,
    IReadOnlyList<ReasonCode> ApproveReasons,
    IReadOnlyList<ReasonCode> ApproveWithLabelReasons,
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
