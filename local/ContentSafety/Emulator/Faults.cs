using System.Collections.Concurrent;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;

namespace VideoGate.Local.ContentSafety.Emulator;

/// <summary>Faults to order: each one befalls one of the next requests.</summary>
internal sealed class Faults(TimeProvider time)
{
    private readonly ConcurrentQueue<FaultOrder> _next = new();

    public IResult Order(FaultOrder order)
    {
        for (var i = 0; i < order.Count; i++)
        {
            _next.Enqueue(order);
        }

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
            case FaultKind.Throttle:
                context.HttpContext.Response.Headers.RetryAfter = $"{fault.Seconds}";
                return Results.StatusCode(StatusCodes.Status429TooManyRequests);
            case FaultKind.Error:
                return Results.StatusCode(StatusCodes.Status500InternalServerError);
            case FaultKind.Malformed:
                return Results.Text("""{"categoriesAnalysis":[{"category":"Hate",""", "application/json");
            default:
                await Task.Delay(TimeSpan.FromSeconds(fault.Seconds), time, context.HttpContext.RequestAborted);
                return await next(context);
        }
    }
}

/// <param name="Seconds">The Retry-After of <c>throttle</c>, the delay of <c>slow</c>.</param>
internal sealed record FaultOrder(FaultKind Kind, int Count = 1, int Seconds = 1);

/// <summary>README.md says what each one does.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FaultKind>))]
internal enum FaultKind
{
    Throttle,
    Error,
    Slow,
    Malformed,
}
