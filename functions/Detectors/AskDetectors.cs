using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;
using VideoGate.Cases;
using VideoGate.Storage;

namespace VideoGate.Detectors;

/// <summary>Asks every configured detector about a video. An outage is a result: the orchestration waits and calls again.</summary>
public sealed class AskDetectors(BlobStorage storage, DetectorClient client, IOptions<DetectorOptions> options, TimeProvider time)
{
    private const string MediaType = "application/octet-stream";

    /// <summary>Pause after the first call; doubled after each.</summary>
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(15);

    [Function(nameof(AskDetectors))]
    public async Task<DetectorCheck> RunAsync([ActivityTrigger] DetectorInput input, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(input);
        var results = await Task.WhenAll(options.Value.Endpoints.Select(detector => AskAsync(detector, input, cancellationToken)));
        var isWaiting = results.Any(result => result.Asked is null) && input.Call < options.Value.MaxCalls;
        return new(
            [.. results.Select(result => result.Asked ?? new(result.Name, DetectorState.Unavailable))],
            isWaiting ? FirstWait * Math.Pow(2, input.Call - 1) : null,
            options.Value.MaxWait);
    }

    private async Task<(string Name, DetectorResult? Asked)> AskAsync(
        DetectorEndpoint detector, DetectorInput input, CancellationToken cancellationToken)
    {
        var name = detector.Name!;
        if (input.Known.FirstOrDefault(known => known.Name == name && known.State is DetectorState.Judged) is { } known)
        {
            return (name, known);
        }

        if (input.Held.Length > options.Value.MaxBytes)
        {
            return (name, new(name, DetectorState.Unavailable));
        }

        var expires = time.GetUtcNow() + options.Value.Timeout + TimeSpan.FromMinutes(5);
        var address = await storage.ReadingSasUriAsync(input.Held.Place, MediaType, expires, cancellationToken);
        return (name, await client.AskAsync(detector, new(input.CaseId, address, expires, input.Held.Length), cancellationToken));
    }
}
