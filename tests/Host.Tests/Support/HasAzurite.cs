namespace VideoGate.Local.Host.Tests.Support;

/// <summary>Azurite of its own for each test: what hosts of one test left there must not meet those of another.</summary>
public abstract class HasAzurite : IAsyncLifetime
{
    private Azurite _azurite = null!;

    private protected string Storage => _azurite.ConnectionString;

    public async Task InitializeAsync() => _azurite = await Azurite.StartNewAsync();

    public async Task DisposeAsync() => await _azurite.DisposeAsync();
}
