using Azure.Storage.Blobs;
using Microsoft.Azure.WebJobs;
using Microsoft.Azure.WebJobs.Extensions.DurableTask;
using Microsoft.Azure.WebJobs.Extensions.Timers;
using Microsoft.Azure.WebJobs.Host.Config;
using Microsoft.Azure.WebJobs.Host.Executors;
using Microsoft.Azure.WebJobs.Host.Timers;
using Microsoft.Extensions.DependencyInjection.Extensions;
using VideoGate.Local.Host.Http;
using VideoGate.Local.Host.Settings;
using VideoGate.Local.Host.Worker;

namespace VideoGate.Local.Host.WebJobs;

/// <summary>The WebJobs host: triggers of blobs, timers and orchestrations, with Microsoft's extensions.</summary>
internal sealed class TriggerHost : IAsyncDisposable
{
    // The extension reads this on creation; for isolated .NET workers it serves its client over gRPC.
    private const string WorkerRuntime = "FUNCTIONS_WORKER_RUNTIME";

    private readonly IHost _host;

    private TriggerHost(IHost host) => _host = host;

    public IJobHost Jobs => _host.Services.GetRequiredService<IJobHost>();

    public static async Task<TriggerHost> StartAsync(
        HostSettings settings, IReadOnlyList<FunctionMetadata> functions, WorkerSupervisor worker, Webhooks webhooks,
        ILoggerFactory loggers)
    {
        Environment.SetEnvironmentVariable(WorkerRuntime, "dotnet-isolated");
        var host = new HostBuilder()
            .ConfigureHostConfiguration(
                configuration => configuration.AddInMemoryCollection([new("AzureWebJobsConfigurationSection", HostSettings.Section)]))
            .ConfigureAppConfiguration(configuration => configuration.AddConfiguration(settings.Configuration))
            .ConfigureWebJobs(jobs => jobs.AddAzureStorageCoreServices().AddDurableTask().AddAzureStorageBlobs().AddTimers())
            .ConfigureServices(services => Configure(services, settings, functions, worker, webhooks, loggers)).Build();
        await host.StartAsync();
        return new TriggerHost(host);
    }

    /// <returns>The Durable extension's binding of a worker's client.</returns>
    public async Task<string> DurableClientAsync()
    {
        await Jobs.CallAsync(nameof(DurableClientProbe), new Dictionary<string, object>());
        return DurableClientProbe.Value!;
    }

    /// <summary>Stops the triggers, cancels running functions and returns their messages.</summary>
    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
    }

    private static void Configure(
        IServiceCollection services, HostSettings settings, IReadOnlyList<FunctionMetadata> functions, WorkerSupervisor worker,
        Webhooks webhooks, ILoggerFactory loggers)
    {
        services.AddSingleton(loggers);
        services.AddSingleton(worker);
        services.AddSingleton<IHostLifetime, NoLifetime>();
        services.AddSingleton<ITypeLocator>(new EmittedFunctions(functions, new Invoker(worker)));
        services.AddSingleton<IHostIdProvider>(new HostId(settings.HostId));
        services.AddSingleton<IWebJobsExceptionHandler, FunctionTimeouts>();
        services.AddSingleton<IDurabilityProviderFactory>(new MemoryBackend(loggers, settings.Activities));
#pragma warning disable CS0618 // Obsolete for everybody but the Functions host.
        services.AddSingleton<IWebHookProvider>(webhooks);
#pragma warning restore CS0618
        services.RemoveAll<ScheduleMonitor>();
        services.AddSingleton<ScheduleMonitor>(
            new TimerStatus(new BlobContainerClient(settings.Storage, "azure-webjobs-hosts"), settings.HostId));
        if (settings.FunctionTimeout is { } timeout)
        {
            services.Configure<Microsoft.Azure.WebJobs.Host.JobHostFunctionTimeoutOptions>(
                options => (options.Timeout, options.ThrowOnTimeout, options.TimeoutWhileDebugging) = (timeout, true, true));
        }
    }

    private sealed class HostId(string id) : IHostIdProvider
    {
        public Task<string> GetHostIdAsync(CancellationToken cancellationToken) => Task.FromResult(id);
    }

    /// <summary>The process handles signals, not this host.</summary>
    private sealed class NoLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
