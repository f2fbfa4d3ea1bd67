using Serverless.Azure.Tests.Host;
using Serverless.Tests.Support;

namespace Serverless.Azure.Tests;

/// <summary>The app on Microsoft's worker, with Azurite for storage: one for all tests.</summary>
public sealed class AzureApp : IAsyncLifetime
{
    private Azurite? _azurite;
    private FunctionsHost? _host;
    private HttpFront? _http;

    internal FunctionsHost Host => _host!;

    internal HttpFront Http => _http!;

    internal string Storage => _azurite!.ConnectionString;

    public async Task InitializeAsync()
    {
        var build = await AzureBuild.Done;
        _azurite = await Azurite.StartNewAsync();
        _host = await FunctionsHost.StartAsync(build.Folder, _azurite);
        _http = new HttpFront(_host);
    }

    public async Task DisposeAsync()
    {
        if (_host is not null)
        {
            await _host.DisposeAsync();
        }

        if (_azurite is not null)
        {
            await _azurite.DisposeAsync();
        }
    }
}

[CollectionDefinition(Name)]
public sealed class AzureAppTests : ICollectionFixture<AzureApp>
{
    public const string Name = "Azure app";
}
