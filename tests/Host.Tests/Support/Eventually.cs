namespace VideoGate.Local.Host.Tests.Support;

/// <summary>Waits for what happens in another process.</summary>
internal static class Eventually
{
    private static readonly TimeSpan MaxWait = TimeSpan.FromMinutes(2);

    public static Task IsAsync(Func<bool> condition) => GetAsync(() => Task.FromResult(condition() ? "" : null));

    /// <returns>What <paramref name="get"/> returns as soon as it is not null.</returns>
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
