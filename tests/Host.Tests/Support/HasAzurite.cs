namespace VideoGate.Local.Host.Tests.Support;

/// <summary>A separate Azurite for each test: hosts of one test must not see state of another.</summary>
public abstract class HasAzurite : IAsyncLifetime
{
    private Azurite _azurite = null!;

    private protected string Storage => _azurite.ConnectionString;

    public async ValueTask InitializeAsync() => _azurite = await Azurite.StartNewAsync();

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return _azurite.DisposeAsync();
    }
}
