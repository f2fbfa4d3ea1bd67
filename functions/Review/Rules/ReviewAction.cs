namespace VideoGate.Review.Rules;

/// <summary>Actions on a review, by people or by the schedule.</summary>
public enum ReviewAction
{
    /// <summary>Claiming, releasing and handing over: changes the claim, not the state.</summary>
    Claim,
    Remind,
    Escalate,

    /// <summary>Escalates a review that is not decided in time.</summary>
    EscalateOverdue,
    RequestInformation,
    Answer,
    Decide,

    /// <summary>Deciding if the policy requires a second person.</summary>
    Hold,
    Confirm,
    Disagree,
    Expire,
    Undo,
    Appeal,

    /// <summary>Appealing a quarantine that no person has decided yet: the words wait with the review.</summary>
    AppealQuarantine,
}
