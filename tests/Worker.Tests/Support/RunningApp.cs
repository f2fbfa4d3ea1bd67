using Local.Worker.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Worker.Tests.Support;

/// <summary>The local runtime in this process, on a free port, with a folder that outlives a restart.</summary>
internal sealed class RunningApp : IAsyncDisposable
{
    private readonly IHost _host;

    private RunningApp(IHost host, LogBook log)
    {
        _host = host;
        Log = log;
        Http = new HttpClient { BaseAddress = new Uri(((WebApplication)host).Urls.Single()) };
    }

    public HttpClient Http { get; }

    public LogBook Log { get; }

    public IServiceProvider Services => _host.Services;

    public static FunctionsApplicationBuilder Builder(
        string folder, IReadOnlyDictionary<string, string>? settings, params Type[] functions) =>
        new(new LocalEnvironment(
            typeof(RunningApp).Assembly,
            functions,
            folder,
            folder,
            ["--port", "0", .. (settings ?? new Dictionary<string, string>()).Select(setting => $"--{setting.Key}={setting.Value}")]));

    public static async Task<RunningApp> StartAsync(FunctionsApplicationBuilder builder)
    {
        var log = new LogBook();
        builder.Logging.ClearProviders().AddProvider(log);
        builder.ConfigureFunctionsWebApplication();
        var host = builder.Build();
        await host.StartAsync();
        return new RunningApp(host, log);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _host.StopAsync();
        await ((IAsyncDisposable)_host).DisposeAsync();
    }
}
