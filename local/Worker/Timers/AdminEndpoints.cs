using Local.Worker.Functions;
using Local.Worker.Http;
using Local.Worker.Middleware;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Local.Worker.Timers;

/// <summary>
/// Runs a timer function by hand, as the Functions host does: <c>POST /admin/functions/{name}</c> with the master key is answered with 202 before the function has
/// run (https://learn.microsoft.com/azure/azure-functions/functions-manually-run-non-http).
/// </summary>
internal sealed partial class AdminEndpoints(
    IReadOnlyList<LoadedFunction> timers,
    AccessKeys keys,
    FunctionInvoker invoker,
    IHostApplicationLifetime lifetime,
    ILogger<AdminEndpoints> logger)
{
    public void Map(IEndpointRouteBuilder routes) => routes.MapPost("/admin/functions/{name}", Start);

    private IResult Start(string name, HttpRequest request)
    {
        if (!keys.Open(AuthorizationLevel.Admin, request))
        {
            return Results.Unauthorized();
        }

        if (timers.FirstOrDefault(timer => string.Equals(timer.Name, name, StringComparison.OrdinalIgnoreCase)) is not { } function)
        {
            return Results.NotFound();
        }

        _ = RunAsync(function);
        return Results.Accepted();
    }

    private async Task RunAsync(LoadedFunction function)
    {
        // Off the request, whose answer does not wait for it.
        await Task.Yield();
        try
        {
            await invoker.InvokeAsync(function, new TimerEvent(new TimerInfo()), lifetime.ApplicationStopping);
        }
        catch (Exception exception) when (!lifetime.ApplicationStopping.IsCancellationRequested)
        {
            LogFailed(function.Name, exception);
        }
    }

    [LoggerMessage(2202, LogLevel.Error, "Timer function '{Function}', run by hand, failed.")]
    private partial void LogFailed(string function, Exception exception);
}
