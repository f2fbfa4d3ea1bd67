using Local.Worker.Functions;
using Local.Worker.Middleware;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Constraints;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Local.Worker.Http;

/// <summary>Serves the HTTP functions.</summary>
internal sealed partial class HttpEndpoints(
    HttpTrigger trigger, AccessKeys keys, FunctionInvoker invoker, ILogger<HttpEndpoints> logger)
{
    public void Map(IEndpointRouteBuilder routes, IEnumerable<LoadedFunction> functions)
    {
        var taken = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var function in functions)
        {
            foreach (var method in HttpTrigger.Methods(function))
            {
                var place = $"{method} {trigger.Template(function)}";
                if (!taken.TryAdd(place, function.Name))
                {
                    throw new InvalidOperationException($"Functions '{taken[place]}' and '{function.Name}' both answer {place}.");
                }
            }

            routes.Map(Pattern(function), http => AnswerAsync(function, http)).WithDisplayName(function.Name);
        }
    }

    // The method is a constraint of the route and not endpoint metadata: the Functions host answers a wrong method with 404.
    // No parameter can have a name with a slash, so the constraint's never meets one.
    private RoutePattern Pattern(LoadedFunction function) => RoutePatternFactory.Parse(
        trigger.Template(function),
        defaults: null,
        new RouteValueDictionary { ["/method"] = new HttpMethodRouteConstraint(HttpTrigger.Methods(function)) });

    private async Task AnswerAsync(LoadedFunction function, HttpContext http)
    {
        if (!keys.Open(HttpTrigger.Attribute(function).AuthLevel, http.Request))
        {
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        try
        {
            await invoker.InvokeAsync(function, new HttpEvent(http), http.RequestAborted);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            http.Abort();
        }
        catch (Exception exception)
        {
            LogFailed(function.Name, exception);
            if (http.Response.HasStarted)
            {
                // A half-written answer must not look whole.
                http.Abort();
                return;
            }

            http.Response.Clear();
            http.Response.StatusCode = StatusCodes.Status500InternalServerError;
        }
    }

    [LoggerMessage(2011, LogLevel.Error, "Function '{Function}' failed; the request is answered with 500.")]
    private partial void LogFailed(string function, Exception exception);
}
