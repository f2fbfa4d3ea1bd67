using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace VideoGate.TrustLists;

/// <summary>
/// Downloads the configured lists on the schedule in <c>TrustLists:Schedule</c>. Rejects an invalid list and keeps the last valid one.
/// </summary>
public sealed partial class RefreshTrustLists(
    TrustListSource source, TrustListStore store, TrustListMetrics metrics, IOptions<TrustListOptions> options, TimeProvider time,
    ILogger<RefreshTrustLists> logger)
{
    // At startup too: no signer is validated before the first list.
    [Function(nameof(RefreshTrustLists))]
    public async Task RunAsync(
        [TimerTrigger("%TrustLists:Schedule%", RunOnStartup = true)] TimerInfo timer, CancellationToken cancellationToken)
    {
        foreach (var (kind, address) in options.Value.Configured)
        {
            await RefreshAsync(kind, address, cancellationToken);
            await WarnOfAgeAsync(kind, cancellationToken);
        }
    }

    private async Task RefreshAsync(TrustListKind kind, Uri address, CancellationToken cancellationToken)
    {
        try
        {
            var offered = TrustListFile.Read(kind, await source.FetchAsync(address, cancellationToken));
            await TakeAsync(kind, address, offered, cancellationToken);
        }
        catch (TrustListUnavailableException exception)
        {
            metrics.Refreshed(kind, "unavailable");
            Log.Unavailable(logger, kind, address, exception.Message);
        }
        catch (TrustListRefusedException exception)
        {
            metrics.Refreshed(kind, "refused");
            Log.Refused(logger, kind, address, exception.Message);
        }
    }

    private async Task TakeAsync(TrustListKind kind, Uri address, TrustListFile offered, CancellationToken cancellationToken)
    {
        var last = await store.StateAsync(kind, cancellationToken);
        var now = time.GetUtcNow();
        if (last is not null && last.Value.Sha256 == offered.Sha256)
        {
            await store.KeepAsync(kind, offered, last.Value with { ConfirmedAt = now }, last.ETag, cancellationToken);
            metrics.Refreshed(kind, "confirmed");
            return;
        }

        if (last is not null)
        {
            offered.MustFollow(await store.ReadAsync(kind, last.Value.Sha256, cancellationToken));
        }

        await store.KeepAsync(
            kind, offered, new(offered.Sha256, address, offered.Entries.Count, now, now), last?.ETag, cancellationToken);
        metrics.Refreshed(kind, "replaced");
        Log.Replaced(logger, kind, offered.Sha256, offered.Entries.Count, address);
    }

    private async Task WarnOfAgeAsync(TrustListKind kind, CancellationToken cancellationToken)
    {
        var freshness = TrustListAge.Of((await store.StateAsync(kind, cancellationToken))?.Value, options.Value.MaxAge, time.GetUtcNow());
        if (freshness.IsStale)
        {
            Log.Stale(logger, kind, freshness.Text);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(9101, LogLevel.Information,
            "Trust list {List} was updated to SHA-256 {Sha256}: {Count} entries, from {Address}.")]
        public static partial void Replaced(ILogger logger, TrustListKind list, string sha256, int count, Uri address);

        [LoggerMessage(9102, LogLevel.Warning,
            "Trust list {List} could not be fetched from {Address}: {Reason} The last good list stays in use.")]
        public static partial void Unavailable(ILogger logger, TrustListKind list, Uri address, string reason);

        [LoggerMessage(9103, LogLevel.Error, "Trust list {List} from {Address} was rejected: {Reason} The last good list stays in use.")]
        public static partial void Refused(ILogger logger, TrustListKind list, Uri address, string reason);

        [LoggerMessage(9104, LogLevel.Error, "Trust list {List} is out of date: {Age}")]
        public static partial void Stale(ILogger logger, TrustListKind list, string age);
    }
}
