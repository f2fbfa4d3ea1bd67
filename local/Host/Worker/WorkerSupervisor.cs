using System.Text.Json;
using Grpc.Core;
using VideoGate.Local.Host.Rpc;

namespace VideoGate.Local.Host.Worker;

/// <summary>Keeps one worker running: starts it, waits until its functions are loaded, and starts another when it ends.</summary>
/// <param name="appFolder">Folder of the built app.</param>
/// <param name="functions">The functions in <c>functions.metadata</c>.</param>
/// <param name="startsProcess">False if a debugger starts the worker.</param>
internal sealed class WorkerSupervisor(
    string appFolder, IReadOnlyList<FunctionMetadata> functions, bool startsProcess, ILoggerFactory loggers) : IAsyncDisposable
{
    /// <summary>Consecutive failures without loaded functions after which the host gives up.</summary>
    private const int MaxFailedStarts = 3;

    private static readonly TimeSpan TerminationGrace = TimeSpan.FromSeconds(10);

    private readonly ILogger _logger = loggers.CreateLogger("Host.Worker");
    private readonly CancellationTokenSource _stopping = new();

    // A debugger's worker has no process to wait for: it counts as ended only once it has been asked to end.
    private readonly CancellationTokenSource _told = new();
    private readonly TaskCompletionSource<Exception> _failed = NewSource<Exception>();
    private TaskCompletionSource<WorkerSession> _connected = NewSource<WorkerSession>();
    private TaskCompletionSource<WorkerSession> _ready = NewSource<WorkerSession>();
    private WorkerProcess? _process;
    private string _workerId = "";
    private Task _running = Task.CompletedTask;

    /// <summary>Completes when no further worker can be started.</summary>
    public Task<Exception> Failed => _failed.Task;

    /// <param name="rpc">Address on which the host listens for the worker.</param>
    /// <exception cref="IOException"><c>worker.config.json</c> is missing.</exception>
    public void Start(Uri rpc)
    {
        var program = startsProcess ? ProgramOfTheWorker() : "";
        _running = Task.Run(() => RunAsync(program, rpc));
    }

    /// <returns>The worker, once its functions are loaded.</returns>
    public Task<WorkerSession> ReadyAsync(CancellationToken cancellationToken) =>
        Volatile.Read(ref _ready).Task.WaitAsync(cancellationToken);

    /// <summary>Accepts the stream of a worker and reads it to its end.</summary>
    public async Task ConnectAsync(string workerId, IAsyncStreamReader<StreamingMessage> messages,
        IServerStreamWriter<StreamingMessage> stream, CancellationToken cancellationToken)
    {
        if (startsProcess && workerId != _workerId)
        {
            _logger.LogWarning("A worker {WorkerId} connected that this host did not start; it is rejected.", workerId);
            return;
        }

        var session = new WorkerSession(stream, Forward);
        if (_connected.TrySetResult(session))
        {
            await session.ReadAsync(messages, cancellationToken);
        }
    }

    /// <summary>Kills the current worker, as after a function timeout; another one is started.</summary>
    public void Restart() => _process?.Kill();

    public async ValueTask DisposeAsync()
    {
        var ready = _ready.Task;
        await _stopping.CancelAsync();
        if (ready.IsCompletedSuccessfully)
        {
            await TerminateAsync(ready.Result);
        }

        await _told.CancelAsync();

        if (_process is { } process)
        {
            await process.StopAsync(ready.IsCompletedSuccessfully ? TerminationGrace : TimeSpan.Zero);
        }

        await _running;
        _stopping.Dispose();
        _told.Dispose();
    }

    private async Task RunAsync(string program, Uri rpc)
    {
        for (var failedStarts = 0; !_stopping.IsCancellationRequested;)
        {
            _connected = NewSource<WorkerSession>();
            _workerId = Guid.NewGuid().ToString();
            var process =
                startsProcess
                    ? WorkerProcess.Start(appFolder, program, rpc, _workerId, line => _logger.LogInformation("{Line}", line))
                    : null;
            _process = process;
            var wasReady = false;
            try
            {
                wasReady = await RunAsync(process);
            }
            catch (Exception exception) when (exception is HostException or WorkerProcessExitException or TimeoutException)
            {
                process?.Kill();
                _logger.LogError("{Reason}", exception.Message);
            }

            failedStarts = wasReady ? 0 : failedStarts + 1;
            if (failedStarts >= MaxFailedStarts)
            {
                _failed.TrySetResult(new HostException($"The worker failed to start {failedStarts} times in a row. The log says why."));
                return;
            }
        }
    }

    /// <returns>True if its functions were loaded before it ended.</returns>
    private async Task<bool> RunAsync(WorkerProcess? process)
    {
        Task ended = process is null ? Task.Delay(Timeout.Infinite, _told.Token) : process.Exited;
        if (await Task.WhenAny(_connected.Task, ended) == ended)
        {
            return _stopping.IsCancellationRequested
                ? true
                : throw new WorkerProcessExitException($"The worker exited with {await process!.Exited} before it connected.");
        }

        var session = await _connected.Task;
        var closed = Task.WhenAny(ended, session.Closed);
        var initialized = session.InitializeAsync(appFolder, functions);
        if (await Task.WhenAny(initialized, closed) == closed)
        {
            session.End(new WorkerProcessExitException("The worker exited while it started."));
        }

        await initialized;
        Volatile.Read(ref _ready).TrySetResult(session);
        _logger.LogInformation("The worker runs; {Count} functions are loaded.", functions.Count);

        await closed;
        Volatile.Write(ref _ready, NewSource<WorkerSession>());
        if (!_stopping.IsCancellationRequested)
        {
            process?.Kill();
        }

        var how = "closed its stream";
        if (process is not null)
        {
            how = $"exited with {await process.Exited}";
            await session.Closed; // Process responses sent before the end.
        }

        session.End(new WorkerProcessExitException($"The worker process {how} while the function ran."));
        if (!_stopping.IsCancellationRequested)
        {
            _logger.LogError("The worker {How}; starting another.", how);
        }

        return true;
    }

    private static async Task TerminateAsync(WorkerSession session)
    {
        try
        {
            await session.TerminateAsync();
        }
        catch (WorkerProcessExitException)
        {
            // It has already ended.
        }
    }

    /// <summary>Returns the name of the worker's program, which the SDK writes into <c>worker.config.json</c>.</summary>
    private string ProgramOfTheWorker()
    {
        using var file = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(appFolder, "worker.config.json")));
        return file.RootElement.GetProperty("description").GetProperty("defaultWorkerPath").GetString()!;
    }

    private void Forward(RpcLog log) => loggers.CreateLogger(log.Category)
        .Log((LogLevel)Math.Clamp(log.Level, (int)LogLevel.Trace, (int)LogLevel.None), "{Message}",
            log.Exception is { } exception ? $"{log.Message} {exception.Message}" : log.Message);

    private static TaskCompletionSource<T> NewSource<T>() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
