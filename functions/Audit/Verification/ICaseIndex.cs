using VideoGate.Cases;

namespace VideoGate.Audit.Verification;

/// <summary>An index that is derived from cases and their logs.</summary>
public interface ICaseIndex
{
    /// <summary>Name of the index in logs.</summary>
    string Name { get; }

    /// <summary>Gets whether the index shows the case as it is.</summary>
    Task<bool> ShowsAsync(ModerationCase indexed, AuditTrail trail, CancellationToken cancellationToken);
}
