namespace VideoGate.Local.Host.Tests.Support;

/// <summary>Waits for a change by another process.</summary>
internal static class Eventually
{
    private static readonly TimeSpan MaxWait = TimeSpan.FromMinutes(2);

    public static Task IsAsync(Func<bool> condition) => GetAsync(() => Task.FromResult(condition() ? "" : null));

    /// <returns>The first result of <paramref name="get"/> that is not null.</returns>
    public static async Task<T> GetAsync<T>(Func<Task<T?>> get) where T : class
    {
        using var timeout = new CancellationTokenSource(MaxWait);
        while (true)
        {
            if (await get() is { } value)
            {
                return value;
            }

            await Task.Delay(50, timeout.Token);
        }
    }
}
