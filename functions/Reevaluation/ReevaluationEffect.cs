namespace VideoGate.Reevaluation;

/// <summary>What a reevaluation did about a case.</summary>
internal enum ReevaluationEffect
{
    /// <summary>The policies decide as they did, or the case is outside the window, undecided or ended.</summary>
    Unchanged,

    /// <summary>A person decided, or has the case in hand: nothing is done.</summary>
    LeftToPeople,

    /// <summary>The case and its log disagree: nothing is done.</summary>
    Broken,

    /// <summary>The new decision is recorded and changes nothing else.</summary>
    Recorded,

    /// <summary>Published from quarantine.</summary>
    Released,

    /// <summary>Published with other notices.</summary>
    Notice,

    /// <summary>Replaced by a labelled copy.</summary>
    Label,

    /// <summary>Stays published and waits for a moderator.</summary>
    Review,

    /// <summary>Returns to quarantine and waits for a moderator.</summary>
    Quarantine,
}
