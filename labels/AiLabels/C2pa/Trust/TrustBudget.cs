namespace AiLabels.C2pa.Trust;

/// <summary>How many certificate paths, time-stamps and answers about revocation are verified for one store: each may cost milliseconds of cryptography.</summary>
internal sealed class TrustBudget
{
    private const int MaxChecks = 64;

    private int _checks;

    /// <summary>False once all is spent. What is not verified then counts for nothing, as if it were not in the file.</summary>
    public bool TrySpend() => ++_checks <= MaxChecks;
}
