using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Text.Json;
using Grpc.Core;
using Local.ContentSafety.Emulator;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Serverless.Azure.Tests.Host.Rpc;
using Serverless.Tests.Support;

namespace Serverless.Azure.Tests.Host;

/// <summary>
/// What the Functions host is to its worker: starts the app as a process, learns its functions, and invokes them. Only so much of it
/// as shows that the app lives on Microsoft's worker: no triggers, no scaling, no keys.
/// </summary>
internal sealed class FunctionsHost : FunctionRpc.FunctionRpcBase, IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly ConcurrentDictionary<string, TaskCompletionSource<StreamingMessage>> _asked = new();
    private readonly TaskCompletionSource<IServerStreamWriter<StreamingMessage>> _worker = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _stopping = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly SemaphoreSlim _writing = new(1);
    private readonly ConcurrentQueue<string> _log = new();
    private readonly int _rpcPort = Ports.Free();
    private readonly int _httpPort = Ports.Free();
    private readonly WebApplication _server;
    private Process? _process;

    private FunctionsHost()
    {
        Issuer = new TokenIssuer(HttpAddress);
        Hub = new TaskHub(this);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, _rpcPort, listen => listen.Protocols = HttpProtocols.Http2);
            kestrel.Listen(IPAddress.Loopback, _httpPort);
        });
        builder.Services.AddGrpc(grpc => grpc.MaxReceiveMessageSize = null);
        builder.Services.AddSingleton(this).AddSingleton(Hub);
        _server = builder.Build();
        _server.MapGrpcService<FunctionsHost>();
        _server.MapGrpcService<TaskHub>();
        Issuer.Map(_server);
        new ContentSafetyEmulator(ContentSafetyEmulator.DefaultKey, TimeProvider.System, NullLogger<ContentSafetyEmulator>.Instance).Map(_server);
    }

    public TokenIssuer Issuer { get; }

    public TaskHub Hub { get; }

    /// <summary>Of orchestrations that start now.</summary>
    public string Version { get; private set; } = "";

    /// <summary>What the worker says that it has, by name.</summary>
    public IReadOnlyDictionary<string, RpcFunctionMetadata> Functions { get; private set; } = new Dictionary<string, RpcFunctionMetadata>();

    /// <summary>Where the worker takes the requests that the host forwards.</summary>
    public Uri WorkerAddress { get; private set; } = new("about:blank");

    /// <summary>What the worker logged and printed.</summary>
    public string Log => string.Join('\n', _log);

    private Uri HttpAddress => new($"http://127.0.0.1:{_httpPort}/");

    private Uri RpcAddress => new($"http://127.0.0.1:{_rpcPort}/");

    /// <param name="folder">Of the built app.</param>
    /// <param name="more">Further settings.</param>
    /// <exception cref="TimeoutException">The worker did not start, or did not answer; the message holds its log.</exception>
    public static async Task<FunctionsHost> StartAsync(string folder, Azurite azurite, IReadOnlyDictionary<string, string> more)
    {
        using var settings = JsonDocument.Parse(await File.ReadAllBytesAsync(Path.Combine(folder, "host.json")));
        var host = new FunctionsHost
        {
            Version = settings.RootElement.GetProperty("extensions").GetProperty("durableTask").GetProperty("defaultVersion").GetString()!,
        };
        await host._server.StartAsync();
        host.StartWorker(folder, azurite, more);
        await host.InitializeAsync(folder);
        return host;
    }

    /// <returns>The function's answer; its status says whether it failed.</returns>
    public async Task<InvocationResponse> InvokeAsync(InvocationRequest invocation) =>
        (await AskAsync(new() { InvocationRequest = invocation })).InvocationResponse;

    /// <summary>An invocation whose trigger carries <paramref name="trigger"/>; other inputs are bound as the host's extensions bind them.</summary>
    public InvocationRequest Invocation(string function, TypedData trigger)
    {
        var metadata = Functions[function];
        var invocation = new InvocationRequest
        {
            InvocationId = Guid.NewGuid().ToString(), FunctionId = metadata.FunctionId, TraceContext = new(), RetryContext = new(),
        };
        foreach (var (name, binding) in metadata.Bindings)
        {
            if (binding.Type.EndsWith("Trigger", StringComparison.Ordinal))
            {
                invocation.InputData.Add(new ParameterBinding { Name = name, Data = trigger });
            }
            else if (binding.Type == "durableClient")
            {
                invocation.InputData.Add(new ParameterBinding { Name = name, Data = new() { String = DurableClient() } });
            }
        }

        return invocation;
    }

    public override async Task EventStream(
        IAsyncStreamReader<StreamingMessage> requestStream, IServerStreamWriter<StreamingMessage> responseStream, ServerCallContext context)
    {
        while (await requestStream.MoveNext(context.CancellationToken))
        {
            var message = requestStream.Current;
            if (message.StartStream is not null)
            {
                _worker.TrySetResult(responseStream);
            }
            else if (message.RpcLog is { } log)
            {
                _log.Enqueue($"{log.Category}: {log.Message} {log.Exception?.Message}");
            }
            else if (_asked.TryRemove(message.RequestId, out var waiting))
            {
                waiting.TrySetResult(message);
            }
        }

        await _stopping.Task;
    }

    public async ValueTask DisposeAsync()
    {
        _stopping.TrySetResult();
        if (_process is { } process)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
            process.Dispose();
        }

        await _server.StopAsync(new CancellationToken(canceled: true));
        await _server.DisposeAsync();
        Issuer.Dispose();
        _writing.Dispose();
    }

    private void StartWorker(string folder, Azurite azurite, IReadOnlyDictionary<string, string> more)
    {
        var start = new ProcessStartInfo("dotnet",
        [
            Path.Combine(folder, "Functions.dll"), $"--functions-uri={RpcAddress}", "--functions-request-id=1", "--functions-worker-id=1",
            $"--functions-grpc-max-message-length={int.MaxValue}",
        ])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in Settings(folder, azurite).Concat(more))
        {
            start.Environment[name] = value;
        }

        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, line) => _log.Enqueue(line.Data ?? "");
        _process.ErrorDataReceived += (_, line) => _log.Enqueue(line.Data ?? "");
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    private async Task InitializeAsync(string folder)
    {
        var began = await AskAsync(new() { WorkerInitRequest = new() { HostVersion = "4.1000.0", WorkerDirectory = folder, FunctionAppDirectory = folder } });
        WorkerAddress = new Uri(began.WorkerInitResponse.Capabilities["HttpUri"]);
        var listed = await AskAsync(new() { FunctionsMetadataRequest = new() { FunctionAppDirectory = folder } });
        Require(listed.FunctionMetadataResponse.Result, "list its functions");
        Functions = listed.FunctionMetadataResponse.FunctionMetadataResults.ToDictionary(function => function.Name);
        foreach (var function in Functions.Values)
        {
            var loaded = await AskAsync(new() { FunctionLoadRequest = new() { FunctionId = function.FunctionId, Metadata = function } });
            Require(loaded.FunctionLoadResponse.Result, $"load {function.Name}");
        }
    }

    private async Task<StreamingMessage> AskAsync(StreamingMessage message)
    {
        try
        {
            var worker = await _worker.Task.WaitAsync(Patience);
            message.RequestId = Guid.NewGuid().ToString();
            var answer = _asked.GetOrAdd(message.RequestId, _ => new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
            await _writing.WaitAsync();
            try
            {
                await worker.WriteAsync(message);
            }
            finally
            {
                _writing.Release();
            }

            return await answer.WaitAsync(Patience);
        }
        catch (TimeoutException exception)
        {
            throw new TimeoutException($"The worker did not answer {message.ContentCase}. Its log: {Log}", exception);
        }
    }

    private void Require(StatusResult result, string what)
    {
        if (result.Status is not StatusResult.Types.Status.Success)
        {
            throw new InvalidOperationException($"The worker could not {what}: {result.Exception?.Message} Its log: {Log}");
        }
    }

    /// <summary>What the Durable Task extension binds to <c>DurableTaskClient</c>.</summary>
    private string DurableClient() =>
        $$"""{"rpcBaseUrl":"{{RpcAddress}}","taskHubName":"moderation","connectionName":"","requiredQueryStringParameters":"","httpBaseUrl":"{{HttpAddress}}","maxGrpcMessageSizeInBytes":{{int.MaxValue}}}""";

    private Dictionary<string, string> Settings(string folder, Azurite azurite) => new()
    {
        ["FUNCTIONS_APPLICATION_DIRECTORY"] = folder,
        ["FUNCTIONS_WORKER_DIRECTORY"] = folder,
        ["AzureWebJobsStorage"] = azurite.ConnectionString,
        ["IntakeStorage"] = azurite.ConnectionString,
        ["PublishStorage"] = azurite.ConnectionString,
        ["AuditStorage"] = azurite.ConnectionString,
        ["Storage__CreateContainers"] = "true",
        ["ContentSafety__Endpoint"] = $"{HttpAddress}local",
        ["ContentSafety__Key"] = ContentSafetyEmulator.DefaultKey,
        ["Policies__Active"] = "cn-labeling-measures",
        ["Identity__Authority"] = Issuer.Authority.ToString(),
        ["Identity__Audience"] = TokenIssuer.Audience,
        ["Identity__RequireHttpsMetadata"] = "false",
        ["Console__ClientId"] = "console",
    };
}
