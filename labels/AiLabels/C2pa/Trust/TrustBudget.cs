namespace AiLabels.C2pa.Trust;

/// <summary>
/// What verifying certificate paths, time-stamps and answers about revocation may cost in one store. Each takes milliseconds of
/// cryptography, and more with every certificate that stands in it: a token of 60 KB of them takes a tenth of a second.
/// </summary>
internal sealed class TrustBudget
{
    private const int BytesPerCheck = 4 << 10;

    private int _checksLeft = 64;

    /// <summary>False once all is spent. What is not verified then counts for nothing, as if it were not in the file.</summary>
    /// <param name="length">Of what is verified, in bytes; an honest token takes about 6 KB.</param>
    public bool TrySpend(int length = 0)
    {
        _checksLeft -= 1 + (length / BytesPerCheck);
        return _checksLeft >= 0;
    }
}
