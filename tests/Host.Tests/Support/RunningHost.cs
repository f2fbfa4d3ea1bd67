namespace VideoGate.Local.Host.Tests.Support;

/// <summary>One host for tests that do not change it, with orchestrations in memory.</summary>
public sealed class RunningHost : IAsyncLifetime
{
    private Azurite _azurite = null!;

    internal HostProcess Host { get; private set; } = null!;

    internal string Storage => _azurite.ConnectionString;

    public async ValueTask InitializeAsync()
    {
        _azurite = await Azurite.StartNewAsync();
        Host = new HostProcess(_azurite.ConnectionString)
        {
            Settings = { ["AzureFunctionsJobHost__extensions__durableTask__storageProvider__type"] = "memory" },
        };
        await Host.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await _azurite.DisposeAsync();
    }
}
