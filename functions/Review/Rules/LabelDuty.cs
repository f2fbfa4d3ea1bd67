using VideoGate.Cases;

namespace VideoGate.Review.Rules;

/// <summary>The label that the laws ask for, as part of an approval. Pure.</summary>
internal static class LabelDuty
{
    /// <summary>
    /// Adds the label to an approval that does not say that the video is not AI, so that it is published by the same steps as one with an
    /// ordered label.
    /// </summary>
    /// <param name="hasCode">Whether the platform has a code: a label in metadata names its platform by it.</param>
    public static ReviewDecision Add(ModerationCase judged, ReviewDecision decision, bool hasCode) =>
        decision is { Verdict: ReviewVerdict.Approve, LiftsNotices: not true, Label: null } && Of(judged, hasCode) is { } order
            ? decision with { Label = order }
            : decision;

    /// <returns>The label to add if the video is approved; null if the laws ask for none, or the published copy has it.</returns>
    public static LabelOrder? Of(ModerationCase judged, bool hasCode) =>
        judged.Decision is { } decision && LabelOrder.RequiredBy(decision) is { } order && !Carries(judged, order)
            && (hasCode || !decision.Labels.Any(label => label.Metadata))
            ? order
            : null;

    private static bool Carries(ModerationCase judged, LabelOrder order) =>
        judged is { State: CaseState.Published, Labelling: { Problem: null } labelling } && labelling.Order == order;
}
