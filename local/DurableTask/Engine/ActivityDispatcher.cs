using System.Threading.Channels;
using Local.Durable.History;
using Local.Durable.Storage;
using Microsoft.Extensions.Logging;

namespace Local.Durable.Engine;

/// <summary>Runs activities whose scheduling is committed, a limited number at a time. One that a crash interrupts is run again.</summary>
internal sealed class ActivityDispatcher : IDisposable
{
    private readonly Channel<ActivityTask> _waiting = Channel.CreateUnbounded<ActivityTask>();
    private readonly CancellationTokenSource _abort = new();
    private readonly IReadOnlyDictionary<string, ActivityFunction> _activities;
    private readonly Payloads _payloads;
    private readonly Action<Delivery> _deliver;
    private readonly ILogger _logger;
    private readonly Task _loops;
    private volatile bool _stopping;

    public ActivityDispatcher(
        int maxConcurrent, IReadOnlyDictionary<string, ActivityFunction> activities, Payloads payloads, Action<Delivery> deliver, ILogger logger)
    {
        (_activities, _payloads, _deliver, _logger) = (activities, payloads, deliver, logger);
        _loops = Task.WhenAll(Enumerable.Range(0, maxConcurrent).Select(_ => Task.Run(RunAsync)));
    }

    public void Enqueue(ActivityTask task) => _waiting.Writer.TryWrite(task);

    /// <summary>Starts no more activities and waits for those that run; when <paramref name="cancellation"/> fires, asks them to end.</summary>
    public async Task StopAsync(CancellationToken cancellation)
    {
        _stopping = true;
        _waiting.Writer.TryComplete();
        await using var hurry = cancellation.Register(_abort.Cancel);
        await _loops;
    }

    public void Dispose()
    {
        _stopping = true;
        _waiting.Writer.TryComplete();
        _abort.Cancel();
    }

    private async Task RunAsync()
    {
        await foreach (var task in _waiting.Reader.ReadAllAsync())
        {
            if (_stopping)
            {
                return;
            }

            if (await ExecuteAsync(task) is { } completion)
            {
                _deliver(new(task.Key, new(completion, task.Execution)));
            }
        }
    }

    private async Task<CompletionEvent?> ExecuteAsync(ActivityTask task)
    {
        if (!_activities.TryGetValue(task.Name, out var activity))
        {
            return new TaskFailed(task.TaskId, Failure.ActivityNotFound(task.Name));
        }

        try
        {
            var invocation = new ActivityInvocation(
                task.Name, task.InstanceId, task.Version, task.TaskId, task.Input, _payloads.Converter) { TraceParent = task.TraceParent };
            var result = await activity(invocation, _abort.Token);
            return new TaskCompleted(task.TaskId, _payloads.Serialize(result, $"The output of activity '{task.Name}'"));
        }
        catch (OperationCanceledException) when (_abort.IsCancellationRequested)
        {
            return null;
        }
        catch (Exception exception)
        {
            Log.ActivityFailed(_logger, exception, task.Name, task.TaskId, task.InstanceId);
            return new TaskFailed(task.TaskId, Failure.From(exception));
        }
    }
}
