using System.Text.Encodings.Web;
using System.Text.Json;
using Local.Durable.Engine;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Converters;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace DurableTask.Tests.Harness;

/// <summary>An engine on a database of its own, which can crash and come back.</summary>
internal sealed class EngineHost : IAsyncDisposable
{
    private static readonly JsonSerializerOptions UnescapedJson = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("durable-tests-");
    private readonly Dictionary<string, OrchestratorFunction> _orchestrators = [];
    private readonly Dictionary<string, ActivityFunction> _activities = [];
    private DurableEngine? _engine;

    /// <summary>With 0 every turn but the first replays the whole history; the default keeps orchestrations at their place.</summary>
    public int MaxIdle { get; init; } = 100;

    public int MaxActivities { get; init; } = 8;

    public string DefaultVersion { get; init; } = string.Empty;

    /// <summary>Whether payloads are written without escapes, as many bytes as they have in UTF-8.</summary>
    public bool Unescaped { get; init; }

    public ILoggerFactory Loggers { get; init; } = NullLoggerFactory.Instance;

    public TimeProvider Time { get; init; } = TimeProvider.System;

    public string DatabasePath => Path.Combine(_folder.FullName, "durable.db");

    public DurableTaskClient Client => (_engine ?? throw new InvalidOperationException("Start the host first.")).CreateClient("test");

    public EngineHost Orchestrator(string name, Func<TaskOrchestrationContext, Task<object?>> code)
    {
        _orchestrators[name] = new(code);
        return this;
    }

    public EngineHost Orchestrator(string name, Func<TaskOrchestrationContext, Task> code) => Orchestrator(name, async context =>
    {
        await code(context);
        return (object?)null;
    });

    public EngineHost Activity(string name, Func<ActivityInvocation, object?> code) => Activity(name, call => Task.FromResult(code(call)));

    public EngineHost Activity(string name, Func<ActivityInvocation, Task<object?>> code)
    {
        _activities[name] = (call, _) => code(call);
        return this;
    }

    public async Task<EngineHost> StartAsync()
    {
        _engine = new(
            new()
            {
                DatabasePath = DatabasePath,
                MaxConcurrentActivities = MaxActivities,
                MaxConcurrentOrchestrators = 4,
                MaxIdleOrchestrations = MaxIdle,
                DefaultVersion = DefaultVersion,
                DataConverter = Unescaped ? new JsonDataConverter(UnescapedJson) : JsonDataConverter.Default,
            },
            Time,
            Loggers);
        foreach (var (name, code) in _orchestrators)
        {
            _engine.Orchestrators[name] = code;
        }

        foreach (var (name, code) in _activities)
        {
            _engine.Activities[name] = code;
        }

        await _engine.StartAsync(CancellationToken.None);
        return this;
    }

    public Task StopAsync() => _engine!.StopAsync(CancellationToken.None);

    /// <summary>Ends the engine as a killed process would: nothing that waits is written.</summary>
    public ValueTask CrashAsync() => _engine!.DisposeAsync();

    public async Task RestartAsync()
    {
        await CrashAsync();
        await StartAsync();
    }

    /// <summary>Starts an orchestration and waits for its end.</summary>
    public async Task<OrchestrationMetadata> RunAsync(string orchestrator, object? input = null, StartOrchestrationOptions? options = null)
    {
        var id = await Client.ScheduleNewOrchestrationInstanceAsync(orchestrator, input, options);
        return await EndAsync(id);
    }

    /// <summary>Waits for the end of an instance.</summary>
    public async Task<OrchestrationMetadata> EndAsync(string id)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        return await Client.WaitForInstanceCompletionAsync(id, getInputsAndOutputs: true, patience.Token);
    }

    public Task CustomStatusAsync(string id, string expected) => Eventually.True(
        async () => (await Client.GetInstanceAsync(id, getInputsAndOutputs: true))?.SerializedCustomStatus == $"\"{expected}\"");

    public Task StatusAsync(string id, OrchestrationRuntimeStatus expected) =>
        Eventually.True(async () => (await Client.GetInstanceAsync(id))?.RuntimeStatus == expected);

    public async ValueTask DisposeAsync()
    {
        if (_engine is not null)
        {
            await _engine.DisposeAsync();
        }

        _folder.Delete(recursive: true);
    }
}
