using System.Net;
using Local.ContentSafety.Emulator;
using Local.Durable.Engine;
using Local.Worker.Blobs;
using Local.Worker.Durable;
using Local.Worker.Functions;
using Local.Worker.Http;
using Local.Worker.Identity;
using Local.Worker.Middleware;
using Local.Worker.State;
using Local.Worker.Timers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Local.Worker.Hosting;

/// <summary>Puts the runtime together: what Azure's Functions host, its extensions and its neighbours are to a deployed app.</summary>
internal sealed partial class LocalRuntime
{
    private const int DefaultPort = 7071;

    // What the Functions host accepts: https://learn.microsoft.com/azure/azure-functions/functions-bindings-http-webhook-trigger#limits
    private const long LargestBody = 100 * 1024 * 1024;

    private readonly LocalEnvironment _environment;
    private readonly IConfiguration _settings;
    private readonly IConfiguration _host;
    private readonly HttpTrigger _http;
    private readonly BlobTrigger _blobs;
    private readonly TimerTrigger _timers;
    private readonly IReadOnlyList<LoadedFunction> _functions;

    public LocalRuntime(LocalEnvironment environment, IConfiguration settings, IConfiguration host, bool servesHttp)
    {
        _environment = environment;
        _settings = settings;
        _host = host;
        _http = new HttpTrigger(host["extensions:http:routePrefix"] ?? "api");
        _blobs = new BlobTrigger(settings);
        _timers = new TimerTrigger(settings);
        TriggerKind[] triggers = [_blobs, _timers, new OrchestrationTrigger(), new ActivityTrigger()];
        _functions = new FunctionCatalog(
            servesHttp ? [.. triggers, _http] : triggers,
            [FunctionInputs.Context, FunctionInputs.Cancellation, DurableHost.Input]).Load(environment.Types);
    }

    public void AddTo(WebApplicationBuilder builder, MiddlewarePipeline pipeline)
    {
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, _settings.GetValue("Host:LocalHttpPort", DefaultPort));
            kestrel.Limits.MaxRequestBodySize = LargestBody;
            kestrel.AddServerHeader = false;
        });
        builder.Services.AddRouting();

        var services = builder.Services;
        services.AddSingleton(_ => new RuntimeDatabase(StateFile("runtime.db")));
        services.AddSingleton(provider => new FunctionInvoker(pipeline, provider.GetRequiredService<IServiceScopeFactory>()));
        services.AddSingleton(provider => new DurableEngine(DurableOptions(), Time(provider), provider.GetRequiredService<ILoggerFactory>()));
        services.AddSingleton(provider => new DurableHost(
            provider.GetRequiredService<DurableEngine>(), _functions, provider.GetRequiredService<FunctionInvoker>()));

        // Started in this order and stopped in the other: no trigger fires before the engine runs or after it has stopped.
        services.AddHostedService(provider => provider.GetRequiredService<DurableHost>());
        services.AddHostedService(provider => Create<TimerListener>(provider, FunctionsOf(_timers), _timers, Time(provider)));
        services.AddHostedService(provider => Create<BlobListener>(provider, FunctionsOf(_blobs), _blobs, BlobOptions(), Time(provider)));
    }

    public void Map(WebApplication app)
    {
        var keys = AccessKeys.LoadOrCreate(StateFile("keys.json"));
        Create<HttpEndpoints>(app.Services, _http, keys).Map(app, FunctionsOf(_http));
        Create<AdminEndpoints>(app.Services, FunctionsOf(_timers), keys).Map(app);

        var local = app.MapLocalOnly();
        Create<IdentityEndpoints>(app.Services, IdentityKey.LoadOrCreate(StateFile("identity.pem")), Time(app.Services)).Map(local);
        Create<ContentSafetyEmulator>(app.Services, _settings["ContentSafety:Key"] ?? ContentSafetyEmulator.DefaultKey, Time(app.Services)).Map(local);

        app.Lifetime.ApplicationStarted.Register(() => Announce(app));
    }

    private void Announce(WebApplication app)
    {
        var logger = app.Services.GetRequiredService<ILogger<LocalRuntime>>();
        LogUp(logger, string.Join(", ", app.Urls), _environment.StateDirectory);
        foreach (var function in _functions)
        {
            LogFunction(logger, function.Name, function.Kind.BindingType, function.Kind.Describe(function));
        }
    }

    private BlobOptions BlobOptions() => _host.GetSection("extensions:blobs").Get<BlobOptions>() ?? new BlobOptions();

    private DurableEngineOptions DurableOptions()
    {
        var section = _host.GetSection("extensions:durableTask");
        var defaults = new DurableEngineOptions { DatabasePath = StateFile("durable.db") };
        return defaults with
        {
            MaxConcurrentActivities = section.GetValue("maxConcurrentActivityFunctions", defaults.MaxConcurrentActivities),
            MaxConcurrentOrchestrators = section.GetValue("maxConcurrentOrchestratorFunctions", defaults.MaxConcurrentOrchestrators),
            DefaultVersion = section["defaultVersion"] ?? defaults.DefaultVersion,
        };
    }

    private IReadOnlyList<LoadedFunction> FunctionsOf(TriggerKind kind) => [.. _functions.Where(function => function.Kind == kind)];

    private string StateFile(string name) => Path.Combine(_environment.StateDirectory, name);

    private static T Create<T>(IServiceProvider provider, params object[] arguments) =>
        ActivatorUtilities.CreateInstance<T>(provider, arguments);

    // The app may bring a clock of its own; the real worker offers none.
    private static TimeProvider Time(IServiceProvider provider) => provider.GetService<TimeProvider>() ?? TimeProvider.System;

    [LoggerMessage(2001, LogLevel.Information, "The local Functions runtime listens on {Urls}; its state is in {State}.")]
    private static partial void LogUp(ILogger logger, string urls, string state);

    [LoggerMessage(2002, LogLevel.Information, "  {Function}: {Trigger} {Description}")]
    private static partial void LogFunction(ILogger logger, string function, string trigger, string description);
}
