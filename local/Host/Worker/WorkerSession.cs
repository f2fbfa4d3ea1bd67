using System.Collections.Concurrent;
using System.Net.Sockets;
using Grpc.Core;
using VideoGate.Local.Host.Rpc;

namespace VideoGate.Local.Host.Worker;

/// <summary>The FunctionRpc stream of one worker process: requests and responses.</summary>
/// <remarks>Requests may hold it after the stream has ended; they fail because the worker is gone.</remarks>
#pragma warning disable CA1001 // A semaphore needs no disposal unless its wait handle is used.
internal sealed class WorkerSession(IServerStreamWriter<StreamingMessage> stream, Action<RpcLog> log)
#pragma warning restore CA1001
{
    private static readonly TimeSpan StartupTimeout = TimeSpan.FromMinutes(2);

    private readonly ConcurrentDictionary<string, TaskCompletionSource<StreamingMessage>> _pending = new();
    private readonly TaskCompletionSource _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly SemaphoreSlim _writing = new(1);
    private Dictionary<string, string> _functionIds = [];
    private Exception? _ended;

    /// <summary>Address of the worker's own web server, which receives the requests of HTTP functions.</summary>
    public Uri HttpUri { get; private set; } = new("about:blank");

    /// <summary>Completes when the stream ends.</summary>
    public Task Closed => _closed.Task;

    /// <summary>Initializes the worker and loads its functions.</summary>
    /// <param name="expected">The functions in <c>functions.metadata</c>.</param>
    /// <exception cref="HostException">The worker cannot start, or has other functions.</exception>
    public async Task InitializeAsync(string appFolder, IReadOnlyList<FunctionMetadata> expected)
    {
        var request = new WorkerInitRequest { HostVersion = "4.1037.0", WorkerDirectory = appFolder, FunctionAppDirectory = appFolder };
        var started = (await AskAsync(new() { WorkerInitRequest = request })).WorkerInitResponse;
        Require(started.Result, "start");
        HttpUri = new Uri(started.Capabilities["HttpUri"]);

        var listed = (await AskAsync(
            new() { FunctionsMetadataRequest = new() { FunctionAppDirectory = appFolder } })).FunctionMetadataResponse;
        Require(listed.Result, "list its functions");
        var functions = listed.FunctionMetadataResults;
        if (!functions.Select(function => function.Name).ToHashSet().SetEquals(expected.Select(function => function.Name)))
        {
            throw new HostException("The worker's functions differ from functions.metadata: the build is inconsistent. Build again.");
        }

        await Task.WhenAll(functions.Select(function => LoadAsync(appFolder, function)));
        _functionIds = functions.ToDictionary(function => function.Name, function => function.FunctionId);
        await UntilListeningAsync();
    }

    /// <exception cref="FunctionFailedException">The function failed.</exception>
    /// <exception cref="WorkerProcessExitException">The worker is gone; whether the function ran is unknown.</exception>
    /// <exception cref="OperationCanceledException">The function was cancelled, and has ended.</exception>
    public async Task<InvocationResponse> InvokeAsync(string function, InvocationRequest invocation, CancellationToken cancellationToken)
    {
        invocation.FunctionId = _functionIds[function];
        await using var cancel = cancellationToken.Register(() => _ = CancelAsync(invocation.InvocationId));
        var answer = (await AskAsync(new() { InvocationRequest = invocation }, Timeout.InfiniteTimeSpan)).InvocationResponse;
        return answer.Result.Status switch
        {
            StatusResult.Types.Status.Success => answer,
            StatusResult.Types.Status.Cancelled => throw new OperationCanceledException(cancellationToken),
            _ => throw new FunctionFailedException(answer.Result),
        };
    }

    public Task TerminateAsync() => WriteAsync(new() { WorkerTerminate = new() });

    /// <summary>Reads the worker's messages until the stream ends.</summary>
    public async Task ReadAsync(IAsyncStreamReader<StreamingMessage> messages, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var message in messages.ReadAllAsync(cancellationToken))
            {
                if (message.ContentCase is StreamingMessage.ContentOneofCase.RpcLog)
                {
                    log(message.RpcLog);
                    continue;
                }

                var id = message.ContentCase is StreamingMessage.ContentOneofCase.InvocationResponse
                    ? message.InvocationResponse.InvocationId
                    : message.RequestId;
                if (_pending.TryRemove(id, out var waiting))
                {
                    waiting.TrySetResult(message);
                }
            }
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException)
        {
            // The process has ended.
        }
        finally
        {
            _closed.TrySetResult();
        }
    }

    /// <summary>Fails all pending and future requests.</summary>
    public void End(Exception reason)
    {
        Volatile.Write(ref _ended, reason);
        foreach (var id in _pending.Keys)
        {
            if (_pending.TryRemove(id, out var waiting))
            {
                waiting.TrySetException(reason);
            }
        }
    }

    private async Task LoadAsync(string appFolder, RpcFunctionMetadata function)
    {
        // An absolute path: a worker that a debugger starts does not know the folder.
        function.ScriptFile = Path.Combine(appFolder, function.ScriptFile);
        var loaded = await AskAsync(new() { FunctionLoadRequest = new() { FunctionId = function.FunctionId, Metadata = function } });
        Require(loaded.FunctionLoadResponse.Result, $"load {function.Name}");
    }

    /// <summary>Waits until the worker's web server listens, because the worker sends its address before that.</summary>
    private async Task UntilListeningAsync()
    {
        while (!_closed.Task.IsCompleted)
        {
            try
            {
                using var probe = new TcpClient();
                await probe.ConnectAsync(HttpUri.Host, HttpUri.Port);
                return;
            }
            catch (SocketException)
            {
                await Task.Delay(10);
            }
        }
    }

    private async Task CancelAsync(string invocationId)
    {
        try
        {
            await WriteAsync(new() { InvocationCancel = new() { InvocationId = invocationId } });
        }
        catch (WorkerProcessExitException)
        {
            // The worker has ended too.
        }
    }

    private async Task<StreamingMessage> AskAsync(StreamingMessage message, TimeSpan? maxWait = null)
    {
        message.RequestId = message.InvocationRequest?.InvocationId ?? Guid.NewGuid().ToString();
        var answer = _pending.GetOrAdd(message.RequestId, _ => new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
        await WriteAsync(message);
        return await answer.WaitAsync(maxWait ?? StartupTimeout);
    }

    private async Task WriteAsync(StreamingMessage message)
    {
        await _writing.WaitAsync();
        try
        {
            if (Volatile.Read(ref _ended) is { } ended)
            {
                throw ended;
            }

            await stream.WriteAsync(message);
        }
        catch (Exception exception) when (exception is InvalidOperationException or IOException or Grpc.Core.RpcException)
        {
            throw new WorkerProcessExitException($"The worker's stream has ended: {exception.Message}");
        }
        finally
        {
            _writing.Release();
        }
    }

    private static void Require(StatusResult result, string what)
    {
        if (result.Status is not StatusResult.Types.Status.Success)
        {
            throw new HostException($"The worker could not {what}: {result.Exception?.Message}");
        }
    }
}
