using AiLabels.Reports;
using Microsoft.Extensions.Options;
using VideoGate.Storage;
using VideoGate.TrustLists;

namespace VideoGate.Health;

/// <summary>Checks whether the C2PA trust lists are up to date.</summary>
public sealed class TrustListProbe(TrustListStore store, IOptions<TrustListOptions> options, TimeProvider time)
{
    private const string Remedy = "The log says why it was not fetched or was rejected; docs/operations.md, \"trust-list-stale\".";

    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(3);

    internal async Task<HealthCheck[]> CheckAsync() => options.Value.Configured.Any()
        ? await Task.WhenAll(options.Value.Configured.Select(list => CheckAsync(list.Kind)))
        : [HealthCheck.Ok("trust-lists", "None is configured: signers of content credentials stay unverified.")];

    private async Task<HealthCheck> CheckAsync(TrustListKind kind)
    {
        var name = $"trust-lists/{CamelCase.Name(kind)}";
        using var deadline = new CancellationTokenSource(Timeout);
        try
        {
            var state = (await store.StateAsync(kind, deadline.Token))?.Value;
            return Judge(name, state, options.Value.MaxAge, time.GetUtcNow());
        }
        catch (Exception exception) when (StorageOutage.IsTransient(exception) || exception is OperationCanceledException)
        {
            return HealthCheck.Degraded(name, "Its age is unknown: storage does not answer.", "See the checks of storage.");
        }
    }

    internal static HealthCheck Judge(string name, TrustListState? state, TimeSpan maxAge, DateTimeOffset now)
    {
        var age = TrustListAge.Of(state, maxAge, now);
        return age.IsStale
            ? HealthCheck.Degraded(name, $"Out of date: {age.Text}", Remedy)
            : HealthCheck.Ok(name, $"{state!.Entries} entries, SHA-256 {state.Sha256}; {age.Text}");
    }
}
