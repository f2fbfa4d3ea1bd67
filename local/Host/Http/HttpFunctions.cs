using VideoGate.Local.Host.Rpc;
using VideoGate.Local.Host.Settings;
using VideoGate.Local.Host.WebJobs;
using VideoGate.Local.Host.Worker;
using Yarp.ReverseProxy.Forwarder;

namespace VideoGate.Local.Host.Http;

/// <summary>
/// HTTP functions: each request is sent to the worker as an invocation, and forwarded to the worker's own web server, which runs the
/// function once it has both. The header <c>x-ms-invocation-id</c> correlates them.
/// </summary>
internal sealed class HttpFunctions(
    HostSettings settings, WorkerSupervisor worker, IHttpForwarder forwarder, Task<AccessKeys> keys, Task<string> durableClient,
    ILogger<HttpFunctions> logger) : IDisposable
{
    private const string InvocationHeader = "x-ms-invocation-id";

    // The limit of Azure's load balancer: https://learn.microsoft.com/azure/azure-functions/functions-scale#timeout
    private static readonly TimeSpan LongestRequest = TimeSpan.FromSeconds(230);

    private readonly ForwarderRequestConfig _forwarding = new() { ActivityTimeout = LongestRequest };
    private readonly HttpMessageInvoker _client = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = System.Net.DecompressionMethods.None,
        UseCookies = false,
        UseProxy = false,
        ActivityHeadersPropagator = null,
    });

    public void Map(IEndpointRouteBuilder routes, IEnumerable<FunctionMetadata> functions)
    {
        var group = routes.MapGroup(settings.RoutePrefix);
        foreach (var function in functions)
        {
            if (function.Trigger("httpTrigger") is not { } trigger)
            {
                continue;
            }

            var route = FunctionMetadata.Text(trigger, "route") ?? function.Name;
            string[] methods =
                trigger.TryGetProperty("methods", out var listed)
                    ? [.. listed.EnumerateArray().Select(method => method.GetString()!.ToUpperInvariant())]
                    : [];
            var call = new Call(
                function.Name, FunctionMetadata.Text(trigger, "name")!, FunctionMetadata.Text(trigger, "authLevel") ?? "Function",
                [.. function.Bindings.Where(binding => FunctionMetadata.Type(binding) == "durableClient")
                    .Select(binding => FunctionMetadata.Text(binding, "name")!)]);
            RequestDelegate handler = context => HandleAsync(context, call);
            _ = methods is [] ? group.Map(route, handler) : group.MapMethods(route, methods, handler);
        }
    }

    public void Dispose() => _client.Dispose();

    private async Task HandleAsync(HttpContext context, Call call)
    {
        if (!await IsAllowedAsync(context.Request, call.Level))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        var invocation = Invoker.New();
        invocation.InputData.Add(new ParameterBinding { Name = call.Trigger, Data = new() { Http = new() } });
        foreach (var client in call.DurableClients)
        {
            invocation.InputData.Add(new ParameterBinding { Name = client, Data = new() { String = await durableClient } });
        }

        foreach (var (name, value) in context.Request.RouteValues)
        {
            invocation.TriggerMetadata[name] = new() { String = value?.ToString() ?? "" };
        }

        context.Request.Headers[InvocationHeader] = invocation.InvocationId;
        context.Request.Headers.TraceParent = invocation.TraceContext.TraceParent;
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        timeout.CancelAfter(settings.FunctionTimeout is { } limit && limit < LongestRequest ? limit : LongestRequest);
        await RunAsync(context, call.Function, invocation, timeout);
    }

    private async Task RunAsync(HttpContext context, string function, InvocationRequest invocation, CancellationTokenSource timeout)
    {
        try
        {
            var session = await worker.ReadyAsync(timeout.Token);
            var invoked = session.InvokeAsync(function, invocation, timeout.Token);
            var forwarded =
                forwarder.SendAsync(
                    context, session.HttpUri.ToString(), _client, _forwarding, HttpTransformer.Default, timeout.Token).AsTask();
            if (await Task.WhenAny(invoked, forwarded) == invoked && !invoked.IsCompletedSuccessfully)
            {
                await timeout.CancelAsync();
                await forwarded;
            }
            else if (await forwarded is not ForwarderError.None)
            {
                await timeout.CancelAsync();
            }

            await invoked;
        }
        catch (Exception exception) when (exception is FunctionFailedException or WorkerProcessExitException or OperationCanceledException)
        {
            logger.LogError("{Function} did not answer: {Reason}", function, exception.Message);
            if (!context.Response.HasStarted)
            {
                context.Response.StatusCode =
                    exception is FunctionFailedException
                        ? StatusCodes.Status500InternalServerError
                        : StatusCodes.Status503ServiceUnavailable;
            }
        }
    }

    private async Task<bool> IsAllowedAsync(HttpRequest request, string level) => level switch
    {
        "Anonymous" => true,
        "Function" => (await keys).OpensFunctions(request),
        _ => (await keys).IsAdmin(request),
    };

    private sealed record Call(string Function, string Trigger, string Level, IReadOnlyList<string> DurableClients);
}
