using Serverless.Azure.Tests.Host;
using Serverless.Tests.Support;
using Serverless.Tests.Telemetry.Insights;

namespace Serverless.Azure.Tests;

/// <summary>The app on Microsoft's worker, with Azurite for storage: one for all tests.</summary>
public sealed class AzureApp : IAsyncLifetime
{
    private Azurite? _azurite;
    private FunctionsHost? _host;
    private HttpFront? _http;

    internal FunctionsHost Host => _host!;

    internal HttpFront Http => _http!;

    /// <summary>Where the app's telemetry goes.</summary>
    internal ApplicationInsights Insights { get; private set; } = null!;

    internal string Storage => _azurite!.ConnectionString;

    public async Task InitializeAsync()
    {
        var build = await AzureBuild.Done;
        _azurite = await Azurite.StartNewAsync();
        Insights = await ApplicationInsights.StartAsync();
        Dictionary<string, string> telemetry = [];
        Insights.Configure(telemetry);
        _host = await FunctionsHost.StartAsync(build.Folder, _azurite, telemetry);
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

        if (Insights is not null)
        {
            await Insights.DisposeAsync();
        }
    }
}

[CollectionDefinition(Name)]
public sealed class AzureAppTests : ICollectionFixture<AzureApp>
{
    public const string Name = "Azure app";
}
