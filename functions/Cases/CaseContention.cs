namespace VideoGate.Cases;

/// <summary>Attempts at a change of a case that others change at the same time.</summary>
internal static class CaseContention
{
    public const int Attempts = 10;

    /// <summary>Waits before the next attempt: longer each time, and at random, so that rivals do not meet again.</summary>
    public static Task PauseAsync(int attempt, TimeProvider time, CancellationToken cancellationToken) =>
        Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.Next(5, 25 * attempt)), time, cancellationToken);

    public static InvalidOperationException Exhausted(string caseId) =>
        new($"Case '{caseId}' was changed concurrently {Attempts} times in a row; try again.");
}
