using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;

namespace VideoGate.Local.Identity.Tests;

/// <summary>The issuer on a free port, with its key in a folder that survives a restart.</summary>
internal sealed class RunningIssuer : IAsyncDisposable
{
    public const string Audience = "api://tests";

    private readonly WebApplication _app;

    private RunningIssuer(WebApplication app)
    {
        _app = app;
        Http = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
    }

    public HttpClient Http { get; }

    public FakeLogCollector Log => _app.Services.GetFakeLogCollector();

    public static async Task<RunningIssuer> StartAsync(string folder)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.AddInMemoryCollection([new("Identity:Audience", Audience)]);
        builder.Services.AddFakeLogging();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        var logger = app.Services.GetRequiredService<ILogger<IdentityEndpoints>>();
        new IdentityEndpoints(IdentityKey.LoadOrCreate(Path.Combine(folder, "identity.pem")), app.Configuration, TimeProvider.System,
            logger).Map(app.MapLoopbackOnly());
        await app.StartAsync();
        return new RunningIssuer(app);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.DisposeAsync();
    }
}
