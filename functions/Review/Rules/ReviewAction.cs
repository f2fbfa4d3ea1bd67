namespace VideoGate.Review.Rules;

/// <summary>What people and time do to a review.</summary>
public enum ReviewAction
{
    /// <summary>Claiming, releasing and handing over, which change who works on a review and not its state.</summary>
    Claim,
    Remind,
    Escalate,

    /// <summary>Escalates a review that is not decided in time.</summary>
    EscalateOverdue,
    RequestInformation,
    Answer,
    Decide,

    /// <summary>Deciding where the policy asks for a second person.</summary>
    Hold,
    Confirm,
    Disagree,
    Expire,
    Undo,
    Appeal,
}
