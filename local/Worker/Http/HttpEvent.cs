using Local.Worker.Functions;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Local.Worker.Http;

/// <summary>A request that a function answers. Its result, or the one that middleware put in place, is executed last.</summary>
internal sealed class HttpEvent(HttpContext http) : TriggerEvent
{
    public HttpContext Http => http;

    public override IReadOnlyDictionary<string, object?> Data => http.Request.RouteValues;

    public override string? TraceParent => http.Request.Headers.TraceParent;

    public override void Prepare(FunctionContext context) => context.Items[FunctionContextExtensions.ItemKey] = http;

    public override Task CompleteAsync(FunctionContext context) => context.GetInvocationResult().Value switch
    {
        IResult result => result.ExecuteAsync(http),
        null => Task.CompletedTask,
        var other => throw new InvalidOperationException(
            $"Function '{context.FunctionDefinition.Name}' was answered with a {other.GetType()}; an HTTP function returns an IResult."),
    };
}
