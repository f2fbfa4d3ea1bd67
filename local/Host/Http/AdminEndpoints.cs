using Microsoft.Azure.WebJobs;
using VideoGate.Local.Host.Worker;

namespace VideoGate.Local.Host.Http;

/// <summary>
/// <c>POST /admin/functions/{name}</c> runs a function without an HTTP trigger:
/// https://learn.microsoft.com/azure/azure-functions/functions-manually-run-non-http
/// </summary>
internal sealed class AdminEndpoints(
    IReadOnlyList<FunctionMetadata> functions, Task<IJobHost> jobs, Task<AccessKeys> keys, ILogger<AdminEndpoints> logger)
{
    public void Map(IEndpointRouteBuilder routes) => routes.MapPost("admin/functions/{name}", RunAsync);

    private async Task<IResult> RunAsync(HttpRequest request, string name)
    {
        if (!(await keys).IsAdmin(request))
        {
            return Results.StatusCode(StatusCodes.Status401Unauthorized);
        }

        if (functions.FirstOrDefault(function => string.Equals(function.Name, name, StringComparison.OrdinalIgnoreCase)) is not { } found
            || found.Trigger("timerTrigger") is not { } timer)
        {
            return Results.NotFound();
        }

        _ = CallAsync(await jobs, found.Name, FunctionMetadata.Text(timer, "name")!);
        return Results.StatusCode(StatusCodes.Status202Accepted);
    }

    private async Task CallAsync(IJobHost host, string function, string trigger)
    {
        try
        {
            // The extension creates a TimerInfo if it gets none.
            await host.CallAsync(function, new Dictionary<string, object> { [trigger] = "" });
        }
        catch (Exception exception)
        {
            logger.LogError(exception, "{Function} was run by hand and failed.", function);
        }
    }
}
