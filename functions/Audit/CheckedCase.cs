using VideoGate.Cases;

namespace VideoGate.Audit;

/// <summary>A case that was compared with its log.</summary>
/// <param name="Stored">The case as it is now.</param>
/// <param name="Trail">Its log as of then.</param>
/// <param name="Break">The first place at which they disagree, or null if they agree.</param>
public sealed record CheckedCase(StoredCase Stored, AuditTrail Trail, AuditBreak? Break);
