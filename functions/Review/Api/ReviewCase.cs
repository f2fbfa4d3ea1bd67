using VideoGate.Cases;
using VideoGate.Cases.Api;
using VideoGate.Policies;
using VideoGate.Publishing;

namespace VideoGate.Review.Api;

/// <summary>A case as a moderator needs it.</summary>
/// <param name="ApproveReasons">What an approval may give as its reason, by the case's policy.</param>
/// <param name="RejectReasons">The same for a rejection.</param>
/// <param name="FourEyes">Whether a second person must confirm a decision.</param>
/// <param name="UndoUntil">Until when the decision can be undone; null when it cannot, or there is none.</param>
internal sealed record ReviewCase(
    CaseView Case,
    IReadOnlyList<ReasonCode> ApproveReasons,
    IReadOnlyList<ReasonCode> RejectReasons,
    FourEyesView FourEyes,
    DateTimeOffset? UndoUntil)
{
    /// <summary>What an approval with label may order; null once the case is closed.</summary>
    public LabelChoices? LabelOptions { get; init; }
}

/// <param name="Required">Whether any verdict about this case needs a second, different person.</param>
/// <param name="Verdicts">Those that do.</param>
/// <param name="HeldBy">Who decided, when a decision waits for that; it is not theirs to confirm.</param>
internal sealed record FourEyesView(bool Required, IReadOnlyList<ReviewVerdict> Verdicts, string? HeldBy);
