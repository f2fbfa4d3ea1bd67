namespace VideoGate.Tests.Support;

/// <summary>Waits for a change by another thread or process.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    /// <param name="state">Describes the last state, for the failure message.</param>
    public static async Task True(Func<Task<bool>> condition, Func<string>? state = null)
    {
        using var limit = new CancellationTokenSource(Limit);
        while (!await condition())
        {
            Assert.False(limit.IsCancellationRequested, $"The condition did not become true within {Limit}. {state?.Invoke()}");
            await Task.Delay(50);
        }
    }
}
