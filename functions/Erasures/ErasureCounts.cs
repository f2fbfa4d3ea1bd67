namespace VideoGate.Erasures;

/// <summary>What was erased. A run that is interrupted may have erased a little more than it counted.</summary>
/// <param name="Cases">Pseudonymised.</param>
/// <param name="Videos">Deleted, as are the following.</param>
/// <param name="Files">Evidence: frames, texts, reports, originals of labelled copies.</param>
/// <param name="Tickets">Records of uploads.</param>
/// <param name="Histories">Of orchestrations and webhook deliveries.</param>
public sealed record ErasureCounts(int Cases = 0, int Videos = 0, int Files = 0, int Tickets = 0, int Histories = 0)
{
    public ErasureCounts Plus(ErasureCounts other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new(
            Cases + other.Cases, Videos + other.Videos, Files + other.Files, Tickets + other.Tickets, Histories + other.Histories);
    }
}
