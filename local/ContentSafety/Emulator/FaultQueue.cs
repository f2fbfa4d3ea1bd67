using System.Collections.Concurrent;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;

namespace Local.ContentSafety.Emulator;

/// <summary>Faults to order: each one befalls one of the next requests.</summary>
internal sealed class FaultQueue
{
    private const int MostAtOnce = 1_000;

    private readonly ConcurrentQueue<Fault> _faults = new();

    public void Order(FaultOrder order)
    {
        if (order.Count is < 1 or > MostAtOnce || order.Seconds is < 0 or > 300)
        {
            throw RejectedException.Invalid($"count is 1 to {MostAtOnce} and seconds 0 to 300.");
        }

        for (var i = 0; i < order.Count; i++)
        {
            _faults.Enqueue(new Fault(order.Kind, order.Seconds));
        }
    }

    public Fault? Next() => _faults.TryDequeue(out var fault) ? fault : null;
}

/// <param name="Seconds">The Retry-After of <c>throttle</c>, the delay of <c>slow</c>.</param>
internal sealed record FaultOrder(FaultKind Kind, int Count = 1, int Seconds = 1);

[JsonConverter(typeof(JsonStringEnumConverter<FaultKind>))]
internal enum FaultKind
{
    /// <summary>429 with Retry-After.</summary>
    Throttle,

    /// <summary>500.</summary>
    Error,

    /// <summary>The answer comes late.</summary>
    Slow,

    /// <summary>200 with half a JSON document.</summary>
    Malformed,
}

internal sealed record Fault(FaultKind Kind, int Seconds)
{
    /// <returns>Whether the request has got its answer.</returns>
    public async Task<bool> ApplyAsync(HttpResponse response, TimeProvider time, CancellationToken cancellation)
    {
        switch (Kind)
        {
            case FaultKind.Throttle:
                response.StatusCode = StatusCodes.Status429TooManyRequests;
                response.Headers.RetryAfter = $"{Seconds}";
                return true;
            case FaultKind.Error:
                response.StatusCode = StatusCodes.Status500InternalServerError;
                return true;
            case FaultKind.Slow:
                await Task.Delay(TimeSpan.FromSeconds(Seconds), time, cancellation);
                return false;
            default:
                response.ContentType = "application/json";
                await response.WriteAsync("""{"categoriesAnalysis":[{"category":"Hate",""", cancellation);
                return true;
        }
    }
}

[JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(FaultOrder))]
internal sealed partial class EmulatorJson : JsonSerializerContext;
