using System.Collections.Concurrent;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace VideoGate.Maintenance.Repairs;

/// <summary>One run: attempts repairs, counts their results, and isolates their failures.</summary>
/// <param name="now">Start of the run.</param>
/// <param name="grace">Data changed within this period may be in progress and is skipped.</param>
public sealed partial class ReconciliationRun(
    DurableTaskClient client, DateTimeOffset now, TimeSpan grace, ReconciliationMetrics metrics, ILogger logger)
{
    private const string Unreadable = "unreadable";

    private readonly ConcurrentDictionary<string, int> _repaired = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> _failed = new(StringComparer.Ordinal);
    private long _examined;

    public DurableTaskClient Client => client;

    public DateTimeOffset Now => now;

    public TimeSpan Grace => grace;

    internal ReconciliationResult Result => new(Interlocked.Read(ref _examined), _repaired, _failed);

    /// <summary>Gets whether the last change is older than the grace period.</summary>
    public bool IsSettled(DateTimeOffset? touched) => touched <= now - grace;

    /// <summary>Checks one item; logs and counts a failure instead of throwing.</summary>
    /// <param name="caseId">Name of the item in the log.</param>
    public Task ExamineAsync(string caseId, Func<Task> examine, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(examine);
        Interlocked.Increment(ref _examined);
        return TryAsync(Unreadable, caseId, async () =>
        {
            await examine();
            return null;
        }, cancellationToken);
    }

    /// <param name="caseId">Name of the item in the log.</param>
    /// <param name="repair">
    /// Returns what was done, or null if there was nothing to do. The text is logged and must not contain blob names of uploads.
    /// </param>
    /// <returns>Whether anything was repaired.</returns>
    public async Task<bool> TryAsync(string kind, string caseId, Func<Task<string?>> repair, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(repair);
        try
        {
            if (await repair() is not { } done)
            {
                return false;
            }

            _repaired.AddOrUpdate(kind, 1, (_, count) => count + 1);
            metrics.Found(kind, repaired: true);
            Log.Repaired(logger, caseId, kind, done);
            return true;
        }
#pragma warning disable CA1031 // A failed repair must not prevent the others.
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            _failed.AddOrUpdate(kind, 1, (_, count) => count + 1);
            metrics.Found(kind, repaired: false);
            Log.Failed(logger, caseId, kind, exception);
            return false;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(9001, LogLevel.Warning, "Case {CaseId}: {Kind} repaired: {Done}.")]
        public static partial void Repaired(ILogger logger, string caseId, string kind, string done);

        [LoggerMessage(9002, LogLevel.Error, "Case {CaseId}: {Kind} could not be repaired; the next run tries again.")]
        public static partial void Failed(ILogger logger, string caseId, string kind, Exception exception);
    }
}
