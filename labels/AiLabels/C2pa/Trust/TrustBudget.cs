namespace AiLabels.C2pa.Trust;

/// <summary>
/// Limits the cost of verifying certificate paths, time-stamps and OCSP responses in one store. Each takes milliseconds of cryptography,
/// and more with every certificate it holds: a token with 60 KB of them takes a tenth of a second.
/// </summary>
internal sealed class TrustBudget
{
    private const int BytesPerCheck = 4 << 10;

    private int _checksLeft = 64;

    /// <summary>Returns false once the budget is spent. Unverified evidence then counts as absent from the file.</summary>
    /// <param name="length">Length of the data to verify, in bytes; a genuine token takes about 6 KB.</param>
    public bool TrySpend(int length = 0)
    {
        _checksLeft -= 1 + (length / BytesPerCheck);
        return _checksLeft >= 0;
    }
}
