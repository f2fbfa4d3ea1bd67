using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Local.Durable.History;
using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;

namespace Local.Durable.Replay;

/// <summary>The context that orchestrators see: it turns their calls into decisions.</summary>
internal sealed class OrchestrationContext(
    InstanceHeader instance, RunSettings settings, OrchestratorScheduler scheduler, DecisionLog decisions, ExternalEvents events) : TaskOrchestrationContext
{
    /// <summary>The documented limit: 16 KB of UTF-16.</summary>
    private const int MaxCustomStatusChars = 8 * 1024;

    private DateTime _now;
    private bool _isReplaying;
    private int _guids;

    public override TaskName Name => instance.Name;

    public override string InstanceId => instance.Id;

    public override string Version => instance.Version;

    public override ParentOrchestrationInstance? Parent { get; } =
        instance.Parent is { } parent ? new(parent.Name, parent.InstanceId) : null;

    public override DateTime CurrentUtcDateTime => _now;

    public override bool IsReplaying => _isReplaying;

    protected override ILoggerFactory LoggerFactory => settings.Loggers;

    /// <summary>The serialized custom status, as last set.</summary>
    public string? CustomStatus { get; private set; }

    /// <summary>What the orchestrator asked to start over with; it does when it returns.</summary>
    public ContinueAsNewOptions? Restart { get; private set; }

    public void StartTurn(DateTime now, bool isReplaying) => (_now, _isReplaying) = (now, isReplaying);

    public override T? GetInput<T>()
        where T : default => settings.Payloads.Deserialize<T>(instance.Input);

    public override async Task<TResult> CallActivityAsync<TResult>(TaskName name, object? input = null, TaskOptions? options = null)
    {
        ExpectTurn();
        RefuseOptionsAsInput(input, options);
        var payload = settings.Payloads.Serialize(input, $"The input of activity '{name}'");
        var version = options?.Version is { } given ? given.Version : instance.Version;
        var result = await new RetryLoop(this, name, options?.Retry).RunAsync(
            () => decisions.Open(new(new ActivityScheduled(decisions.NextId(), name), payload, version)));
        return settings.Payloads.Deserialize<TResult>(result)!;
    }

    public override async Task<TResult> CallSubOrchestratorAsync<TResult>(
        TaskName orchestratorName, object? input = null, TaskOptions? options = null)
    {
        ExpectTurn();
        RefuseOptionsAsInput(input, options);
        var payload = settings.Payloads.Serialize(input, $"The input of sub-orchestration '{orchestratorName}'");
        var id = (options as SubOrchestrationOptions)?.InstanceId ?? NewGuid().ToString("N");
        var version = options?.Version is { } given ? given.Version : settings.DefaultVersion;
        var tags = options?.Tags?.ToImmutableDictionary();
        var result = await new RetryLoop(this, orchestratorName, options?.Retry).RunAsync(
            () => decisions.Open(new(new SubOrchestrationScheduled(decisions.NextId(), orchestratorName, id), payload, version, tags)));
        return settings.Payloads.Deserialize<TResult>(result)!;
    }

    public override Task CreateTimer(DateTime fireAt, CancellationToken cancellationToken)
    {
        ExpectTurn();
        if (cancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled(cancellationToken);
        }

        var utc = fireAt.Kind == DateTimeKind.Local ? fireAt.ToUniversalTime() : DateTime.SpecifyKind(fireAt, DateTimeKind.Utc);
        var timer = new TimerCreated(decisions.NextId(), utc);
        var task = decisions.Open(new(timer, null));
        cancellationToken.Register(() => scheduler.InTurn(() => decisions.Cancel(timer, cancellationToken)));
        return task.Task;
    }

    public override Task<T> WaitForExternalEvent<T>(string eventName, CancellationToken cancellationToken = default)
    {
        ExpectTurn();
        ArgumentException.ThrowIfNullOrEmpty(eventName);
        return events.Wait<T>(eventName, cancellationToken);
    }

    public override void SendEvent(string instanceId, string eventName, object payload)
    {
        ExpectTurn();
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        ArgumentException.ThrowIfNullOrEmpty(eventName);
        decisions.Make(new(
            new EventSent(decisions.NextId(), instanceId, eventName), settings.Payloads.Serialize(payload, $"The payload of event '{eventName}'")));
    }

    public override void SetCustomStatus(object? customStatus)
    {
        ExpectTurn();
        var text = settings.Payloads.Serialize(customStatus, "The custom status");
        CustomStatus = text is null || text.Length <= MaxCustomStatusChars
            ? text
            : throw new ArgumentException(
                $"The custom status has {text.Length:N0} characters; the limit is {MaxCustomStatusChars:N0}. Keep large values in storage.", nameof(customStatus));
    }

    public override void ContinueAsNew(object? newInput = null, bool preserveUnprocessedEvents = true) =>
        ContinueAsNew(new ContinueAsNewOptions { NewInput = newInput, PreserveUnprocessedEvents = preserveUnprocessedEvents });

    public override void ContinueAsNew(ContinueAsNewOptions options)
    {
        ExpectTurn();
        ArgumentNullException.ThrowIfNull(options);
        Restart = options;
    }

    public override Guid NewGuid()
    {
        ExpectTurn();
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{instance.Id}_{_now:o}_{_guids++}"), hash);

        // RFC 9562, section 5.8: version 8 is for hashes of one's own choosing.
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new(hash[..16], bigEndian: true);
    }

    private void ExpectTurn()
    {
        if (!scheduler.IsCurrent)
        {
            scheduler.Report();
            throw new InvalidOperationException(NonDurableAwait.Message);
        }
    }

    private static void RefuseOptionsAsInput(object? input, TaskOptions? options)
    {
        if (input is TaskOptions && options is null)
        {
            throw new ArgumentException($"{nameof(TaskOptions)} were passed as the input; pass them as '{nameof(options)}'.", nameof(input));
        }
    }
}
