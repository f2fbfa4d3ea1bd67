namespace VideoGate.Cases;

/// <summary>A moderator's lease on a review. An expired lease has no effect and needs no cleanup.</summary>
/// <param name="Holder">Subject of the moderator's token.</param>
public sealed record ReviewClaim(string Holder, DateTimeOffset ClaimedAt, DateTimeOffset ExpiresAt)
{
    public bool IsHeldAt(DateTimeOffset now) => now < ExpiresAt;

    /// <summary>Gets whether the lease excludes <paramref name="subject"/>.</summary>
    public bool Excludes(string subject, DateTimeOffset now) => Holder != subject && IsHeldAt(now);
}
