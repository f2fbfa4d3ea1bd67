using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace Local.Durable.Engine;

/// <summary>
/// Runs orchestrations and activities and keeps their state in SQLite. Register everything, then start; what was pending when the last engine
/// ended goes on. <see cref="StopAsync"/> lets running work finish, <see cref="DisposeAsync"/> alone drops it: the next engine does it again.
/// </summary>
internal sealed class DurableEngine(DurableEngineOptions options, TimeProvider time, ILoggerFactory loggers) : IAsyncDisposable
{
    private readonly (DurableEngineOptions, TimeProvider, ILoggerFactory) _settings = (options, time, loggers);

    /// <summary>The orchestrators by name, without regard to case.</summary>
    public IDictionary<string, OrchestratorFunction> Orchestrators { get; } =
        new Dictionary<string, OrchestratorFunction>(StringComparer.OrdinalIgnoreCase);

    /// <summary>The activities by name, without regard to case.</summary>
    public IDictionary<string, ActivityFunction> Activities { get; } =
        new Dictionary<string, ActivityFunction>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Opens the store and takes up pending work.</summary>
    public Task StartAsync(CancellationToken cancellation) => throw new NotSupportedException(_settings.ToString());

    /// <summary>Takes no more work and waits for what runs.</summary>
    public Task StopAsync(CancellationToken cancellation) => throw new NotSupportedException(_settings.ToString());

    /// <summary>A client of this engine; usable from the start on.</summary>
    public DurableTaskClient CreateClient(string name = "") => throw new NotSupportedException(_settings.ToString());

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
