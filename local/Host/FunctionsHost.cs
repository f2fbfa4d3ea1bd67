using System.Net;
using System.Runtime.InteropServices;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using VideoGate.Local.Host.Http;
using VideoGate.Local.Host.Services;
using VideoGate.Local.Host.Settings;
using VideoGate.Local.Host.WebJobs;
using VideoGate.Local.Host.Worker;
using Yarp.ReverseProxy.Forwarder;

namespace VideoGate.Local.Host;

/// <summary>
/// A Functions host for one machine, built from Microsoft's components: a worker process on FunctionRpc, a WebJobs host with the Durable,
/// blob and timer extensions, and YARP in front of the worker's web server.
/// </summary>
internal sealed class FunctionsHost : IAsyncDisposable
{
    private const string HostNameSetting = "WEBSITE_HOSTNAME";

    // If this variable is set, as in a container, the Durable extension assumes a consumption plan.
    private const string ContainerName = "CONTAINER_NAME";

    private const long MaxRequestBody = 100 * 1024 * 1024;

    /// <summary>Maximum duration of requests in flight while the host stops.</summary>
    private static readonly TimeSpan RequestGrace = TimeSpan.FromSeconds(5);

    private readonly Stack<Func<Task>> _endings = new();
    private readonly TaskCompletionSource _stop = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task<Exception> _failed = new TaskCompletionSource<Exception>().Task;

    // Registered first: the lifetimes of web servers would swallow a signal during startup.
    private FunctionsHost()
    {
        EndWith(PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop));
        EndWith(PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop));
    }

    /// <exception cref="HostException">The host cannot start.</exception>
    public static async Task<FunctionsHost> StartAsync(CommandLine options)
    {
        var host = new FunctionsHost();
        try
        {
            await (options.RunsApp ? host.StartAppAsync(options) : host.StartServicesAsync(options));
            return host;
        }
        catch (Exception exception)
        {
            await host.DisposeAsync();
            throw exception is IOException or AggregateException ? new HostException(exception.Message, exception) : exception;
        }
    }

    /// <summary>Waits until a signal ends this process, or the worker cannot be kept running.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync() => await Task.WhenAny(_stop.Task, _failed) == _failed ? throw await _failed : 0;

    /// <summary>Drains: stops accepting requests, stops the triggers and cancels running functions, then ends the worker.</summary>
    public async ValueTask DisposeAsync()
    {
        while (_endings.TryPop(out var end))
        {
            await end();
        }
    }

    private void EndWith(IDisposable part) => _endings.Push(() => Task.Run(part.Dispose));

    private void EndWith(IAsyncDisposable part) => _endings.Push(() => part.DisposeAsync().AsTask());

    private void Stop(PosixSignalContext signal)
    {
        signal.Cancel = true;
        _stop.TrySetResult();
    }

    private async Task StartAppAsync(CommandLine options)
    {
        var app = options.AppFolder;
        var address = new Uri($"http://127.0.0.1:{options.Port}/");
        Environment.SetEnvironmentVariable(ContainerName, null);
        if (Environment.GetEnvironmentVariable(HostNameSetting) is null)
        {
            Environment.SetEnvironmentVariable(HostNameSetting, address.Authority);
        }

        var settings = HostSettings.Read(app);
        var functions = FunctionMetadata.ReadAll(app);
        var loggers = Logging.Create(settings.Logging);
        EndWith(loggers);
        EndWith(Tracing.Start());

        var worker = new WorkerSupervisor(app, functions, options.StartsWorker, loggers);
        _failed = worker.Failed;
        var rpc = await StartRpcAsync(options.RpcPort, worker, loggers);
        EndWith((IAsyncDisposable)rpc);
        EndWith(worker);
        worker.Start(new Uri(rpc.Urls.Single()));

        var services = StandIns.StartAsync(options.ServicesPort, options.StateFolder, loggers);
        var keys = AccessKeys.LoadAsync(settings.Storage, settings.HostId, Webhooks.Extensions);
        var webhooks = new Webhooks(address, keys);
        var triggers = Task.Run(() => TriggerHost.StartAsync(settings, functions, worker, webhooks, loggers));
        var http = await StartHttpAsync(options.Port, settings, functions, worker, webhooks, keys, triggers, loggers);
        EndWith((IAsyncDisposable)await services);
        EndWith(await triggers);
        _endings.Push(() => http.StopAsync());
        if (options.ReportsBlobs)
        {
            await WatchBlobsAsync(functions, settings, address, async () => (await keys).OfWebhooks("blobs"), loggers);
        }

        loggers.CreateLogger("Host").LogInformation("Listening on {Address}; {Count} functions.", address, functions.Count);
    }

    /// <summary>
    /// Starts the services for another Functions host on <see cref="CommandLine.Port"/>, such as <c>func start</c>, which requires no keys
    /// on a developer's machine.
    /// </summary>
    private async Task StartServicesAsync(CommandLine options)
    {
        var settings = HostSettings.Read(options.AppFolder);
        var loggers = Logging.Create(settings.Logging);
        EndWith(loggers);
        EndWith((IAsyncDisposable)await StandIns.StartAsync(options.ServicesPort, options.StateFolder, loggers));
        await WatchBlobsAsync(FunctionMetadata.ReadAll(options.AppFolder), settings, new Uri($"http://127.0.0.1:{options.Port}/"),
            static () => Task.FromResult<string?>(null), loggers);
    }

    private static async Task<WebApplication> StartRpcAsync(int port, WorkerSupervisor worker, ILoggerFactory loggers)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddSingleton(loggers).AddSingleton(worker);
        builder.Services.AddGrpc(grpc => grpc.MaxReceiveMessageSize = grpc.MaxSendMessageSize = null);
        builder.WebHost.ConfigureKestrel(
            kestrel => kestrel.Listen(IPAddress.Loopback, port, listen => listen.Protocols = HttpProtocols.Http2));
        var app = builder.Build();
        app.MapGrpcService<WorkerRpcService>();
        await app.StartAsync();
        return app;
    }

    private static async Task<WebApplication> StartHttpAsync(
        int port, HostSettings settings, IReadOnlyList<FunctionMetadata> functions, WorkerSupervisor worker, Webhooks webhooks,
        Task<AccessKeys> keys, Task<TriggerHost> triggers, ILoggerFactory loggers)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddSingleton(loggers).AddHttpForwarder().AddRouting();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, port);
            kestrel.Limits.MaxRequestBodySize = MaxRequestBody;
            kestrel.AddServerHeader = false;
        });
        builder.WebHost.UseShutdownTimeout(RequestGrace);
        var app = builder.Build();
        var client = Task.Run(async () => await (await triggers).DurableClientAsync());
        webhooks.Map(app);
        new AdminEndpoints(functions, Task.Run(async () => (await triggers).Jobs), keys, loggers.CreateLogger<AdminEndpoints>()).Map(app);
        new HttpFunctions(settings, worker, app.Services.GetRequiredService<IHttpForwarder>(), keys, client,
            loggers.CreateLogger<HttpFunctions>()).Map(app, functions);
        await app.StartAsync();
        return app;
    }

    private async Task WatchBlobsAsync(
        IReadOnlyList<FunctionMetadata> functions, HostSettings settings, Uri address, Func<Task<string?>> key, ILoggerFactory loggers)
    {
        foreach (var events in BlobEvents.For(functions, settings, address, key, loggers))
        {
            await events.StartAsync(CancellationToken.None);
            _endings.Push(() => events.StopAsync(CancellationToken.None));
        }
    }
}
