namespace VideoGate.Audit.Verification;

/// <summary>How far one verification of all logs has come.</summary>
/// <param name="Place">Where the next run begins to read.</param>
/// <param name="After">The last case that is done.</param>
/// <param name="Count">Logs verified so far.</param>
/// <param name="Broken">How many of them do not hold.</param>
internal sealed record VerificationPass(ListingPlace Place, string? After, long Count, long Broken)
{
    public static VerificationPass Start { get; } = new(new(null, null), After: null, Count: 0, Broken: 0);

    public VerificationPass Past(ListedCase last, int verified, int broken) =>
        new(last.Place, last.CaseId, Count + verified, Broken + broken);
}
