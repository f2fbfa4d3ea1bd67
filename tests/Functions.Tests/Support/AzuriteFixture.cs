using VideoGate.Testing;

namespace VideoGate.Tests.Support;

/// <summary>One Azurite for the tests of a collection; each uses its own names.</summary>
public sealed class AzuriteFixture : IAsyncLifetime
{
    private Azurite _azurite = null!;

    public string ConnectionString => _azurite.ConnectionString;

    /// <summary>A second account in the same service, for operations between accounts and for tests that read a whole container.</summary>
    public string OtherConnectionString => _azurite.OtherConnectionString;

    public async ValueTask InitializeAsync() => _azurite = await Azurite.StartNewAsync();

    public ValueTask DisposeAsync() => _azurite.DisposeAsync();
}
