using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Logs;
using VideoGate.Telemetry;

namespace VideoGate.Tests.Telemetry.Insights;

/// <summary>The app's telemetry without the app: its components log into it, and it sends as the app does.</summary>
internal sealed class SendingParts : IAsyncDisposable
{
    private readonly IHost _host;

    private SendingParts(IHost host) => _host = host;

    public ILoggerFactory Loggers => _host.Services.GetRequiredService<ILoggerFactory>();

    public static async Task<SendingParts> StartAsync(ApplicationInsights insights)
    {
        Dictionary<string, string> settings = [];
        insights.Configure(settings);
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Configuration.AddInMemoryCollection(settings!);
        builder.AddTelemetry();
        var parts = new SendingParts(builder.Build());
        await parts._host.StartAsync();
        return parts;
    }

    public ILogger<T> Logger<T>() => Loggers.CreateLogger<T>();

    /// <summary>Sends everything logged so far.</summary>
    public void Flush() => _host.Services.GetRequiredService<LoggerProvider>().ForceFlush();

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
    }
}
