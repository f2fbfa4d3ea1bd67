namespace VideoGate.Audit;

/// <summary>Actors of audit events that are not persons.</summary>
public static class Actors
{
    /// <summary>The workflow itself.</summary>
    public const string System = "system";

    /// <summary>The policy that the case is decided by.</summary>
    public const string Policy = "policy";
}
