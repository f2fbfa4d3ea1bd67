namespace VideoGate.Audit.Verification;

/// <summary>Progress of one verification of all logs.</summary>
/// <param name="Place">Position at which the next run starts to read.</param>
/// <param name="After">Last verified case.</param>
/// <param name="Count">Number of logs verified.</param>
/// <param name="Broken">Number of broken logs among them.</param>
internal sealed record VerificationPass(ListingPlace Place, string? After, long Count, long Broken)
{
    public static VerificationPass Start { get; } = new(new(null, null), After: null, Count: 0, Broken: 0);

    public VerificationPass Past(ListedCase last, int verified, int broken) =>
        new(last.Place, last.CaseId, Count + verified, Broken + broken);
}
