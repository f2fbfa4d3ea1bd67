using VideoGate.Cases;

namespace VideoGate.Review.Rules;

/// <summary>The state machine of reviews.</summary>
public static class ReviewTransitions
{
    private static readonly ReviewState[] InModeratorsHands = [ReviewState.Open, ReviewState.Escalated, ReviewState.AwaitingInformation];
    private static readonly ReviewState[] Undecided = [.. InModeratorsHands, ReviewState.AwaitingConfirmation];

    private static readonly Dictionary<ReviewAction, HashSet<(ReviewState From, ReviewState To)>> Table = new()
    {
        [ReviewAction.Claim] = [.. Undecided.Select(state => (state, state))],
        [ReviewAction.Remind] = [.. Undecided.Select(state => (state, state))],
        [ReviewAction.Escalate] = [(ReviewState.Open, ReviewState.Escalated)],
        [ReviewAction.EscalateOverdue] =
            [(ReviewState.Open, ReviewState.Escalated), (ReviewState.AwaitingConfirmation, ReviewState.AwaitingConfirmation)],
        [ReviewAction.RequestInformation] =
            [(ReviewState.Open, ReviewState.AwaitingInformation), (ReviewState.Escalated, ReviewState.AwaitingInformation)],
        [ReviewAction.Answer] =
            [(ReviewState.AwaitingInformation, ReviewState.Open), (ReviewState.AwaitingInformation, ReviewState.Escalated)],
        [ReviewAction.Decide] = [.. InModeratorsHands.Select(from => (from, ReviewState.Decided))],
        [ReviewAction.Hold] = [.. InModeratorsHands.Select(from => (from, ReviewState.AwaitingConfirmation))],
        [ReviewAction.Confirm] = [(ReviewState.AwaitingConfirmation, ReviewState.Decided)],
        [ReviewAction.Disagree] = [(ReviewState.AwaitingConfirmation, ReviewState.Escalated)],
        [ReviewAction.Expire] = [.. Undecided.Select(from => (from, ReviewState.Expired))],
        [ReviewAction.Undo] = [(ReviewState.Decided, ReviewState.Open)],
        [ReviewAction.AppealQuarantine] = [.. Undecided.Select(state => (state, state))],
        [ReviewAction.Appeal] = [(ReviewState.Decided, ReviewState.Open), (ReviewState.Expired, ReviewState.Open)],
    };

    public static bool IsLegal(ReviewAction action, ReviewState from, ReviewState to) => Table[action].Contains((from, to));

    /// <summary>Gets whether the action is possible in this state.</summary>
    public static bool Admits(ReviewState from, ReviewAction action) => Table[action].Any(transition => transition.From == from);

    /// <summary>Gets whether the review still waits for an effective decision.</summary>
    public static bool IsUndecided(ReviewState state) => Undecided.Contains(state);
}
