using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;

namespace VideoGate.Local.ContentSafety.Emulator;

/// <summary>Injected faults: each applies to one of the next requests.</summary>
internal sealed class Faults(TimeProvider time)
{
    private readonly ConcurrentQueue<FaultOrder> _next = new();

    public IResult Order(FaultOrder order)
    {
        if (order.Kind is not ("throttle" or "error" or "slow" or "malformed" or "refuse"))
        {
            throw new RejectedException($"'{order.Kind}' is not a fault: README.md lists them.");
        }

        Enumerable.Repeat(order, order.Count).ToList().ForEach(_next.Enqueue);
        return Results.NoContent();
    }

    public async ValueTask<object?> ApplyAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        if (!_next.TryDequeue(out var fault))
        {
            return await next(context);
        }

        switch (fault.Kind)
        {
            case "throttle":
                context.HttpContext.Response.Headers.RetryAfter = $"{fault.Seconds}";
                return Results.StatusCode(StatusCodes.Status429TooManyRequests);
            case "error":
                return Results.StatusCode(StatusCodes.Status500InternalServerError);
            case "refuse":
                throw new RejectedException("The content is refused, as requested.");
            case "malformed":
                return Results.Text("""{"categoriesAnalysis":[{"category":"Hate",""", "application/json");
            default:
                await Task.Delay(TimeSpan.FromSeconds(fault.Seconds), time, context.HttpContext.RequestAborted);
                return await next(context);
        }
    }
}

/// <param name="Seconds">The Retry-After of <c>throttle</c>, the delay of <c>slow</c>.</param>
internal sealed record FaultOrder(string Kind, int Count = 1, int Seconds = 1);
