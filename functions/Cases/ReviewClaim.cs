namespace VideoGate.Cases;

/// <summary>A lease on a review. One that ran out binds nobody, so that nobody has to clear it away.</summary>
/// <param name="Holder">Subject of the moderator's token.</param>
public sealed record ReviewClaim(string Holder, DateTimeOffset ClaimedAt, DateTimeOffset ExpiresAt)
{
    public bool IsHeldAt(DateTimeOffset now) => now < ExpiresAt;

    /// <summary>Whether the lease keeps <paramref name="subject"/> out.</summary>
    public bool Excludes(string subject, DateTimeOffset now) => Holder != subject && IsHeldAt(now);
}
