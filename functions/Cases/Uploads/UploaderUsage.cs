using System.Collections.Concurrent;
using Azure.Storage.Blobs.Models;
using Microsoft.Extensions.Options;
using VideoGate.Storage;

namespace VideoGate.Cases.Uploads;

/// <summary>
/// Counts what each uploader has in progress, in empty blobs: <see cref="UsageNames"/>. Only storage is counted; a lost entry is not
/// restored, a surplus one is removed by reconciliation.
/// </summary>
public sealed class UploaderUsage(BlobStorage storage, UsageTotals totals, IOptions<UploadLimitOptions> limits, TimeProvider time)
{
    // Reconciliation removes older calls.
    private const int DaysKept = 3;

    private static readonly TimeSpan ShortestRetry = TimeSpan.FromSeconds(1);

    // A case is notified when its turn comes; this is how often it asks if the notification was lost. Hundreds of cases may wait.
    private static readonly TimeSpan Wait = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan RetryCases = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestRetry = TimeSpan.FromHours(1);

    /// <summary>Cases that this process told to wait.</summary>
    private readonly ConcurrentDictionary<string, bool> _waitingHere = new(StringComparer.Ordinal);

    /// <summary>
    /// Counts an upload URL, then checks the limits: of two concurrent requests each sees the other, so no limit is exceeded.
    /// </summary>
    /// <returns>The limit that is reached, in which case nothing was counted; or null.</returns>
    public async Task<UsageLimit?> GrantAsync(UploadTicket ticket, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        var own = UsageNames.Grant(ticket.Submission.Uploader, ticket.UploadId, ticket.ExpiresAt);
        await WriteAsync(own, cancellationToken);
        if (await ReachedAsync(ticket.Submission.Uploader, cancellationToken) is not { } reached)
        {
            return null;
        }

        await RemoveAsync(own, cancellationToken);
        return reached;
    }

    /// <summary>Counts a case that was opened by an upload that was taken in; its upload URL no longer counts.</summary>
    /// <returns>How long to wait before the inspection; null for no wait.</returns>
    public async Task<TimeSpan?> OpenAsync(ModerationCase opened, UploadTicket? ticket, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(opened);
        await Task.WhenAll(
            WriteAsync(UsageNames.OpenCase(opened), cancellationToken),
            WriteAsync(UsageNames.InspectedCase(opened), cancellationToken),
            ticket is null
                ? Task.CompletedTask
                : RemoveAsync(UsageNames.Grant(ticket.Submission.Uploader, ticket.UploadId, ticket.ExpiresAt), cancellationToken));
        return await WaitAsync(opened, cancellationToken);
    }

    /// <summary>Gets how long the case must wait until it may be inspected; null if it may be now.</summary>
    /// <remarks>Earlier arrivals go first. A case that is not counted, such as a decided one, never waits.</remarks>
    public async Task<TimeSpan?> WaitAsync(ModerationCase waiting, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(waiting);
        var own = UsageNames.InspectedCase(waiting);
        var (places, ahead) = (Places(waiting), 0);
        await foreach (var name in ListInspectedAsync(waiting, cancellationToken))
        {
            if (name == own)
            {
                break;
            }

            ahead++;
        }

        if (ahead < places)
        {
            _waitingHere.TryRemove(waiting.CaseId, out _);
            return null;
        }

        _waitingHere[waiting.CaseId] = true;

        var wait = Wait * (1 + ((ahead - places) / places));
        return wait < LongestWait ? wait : LongestWait;
    }

    /// <summary>Gets the cases whose turn has come because one of the same uploader was decided.</summary>
    /// <remarks>
    /// If several are decided at the same time, each may see the same last one; cases that this process told to wait are found as well.
    /// </remarks>
    public async Task<IReadOnlyList<string>> NextAsync(ModerationCase decided, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(decided);
        var places = Places(decided);
        var first = await ListInspectedAsync(decided, cancellationToken)
            .Take(places).Select(UsageNames.CaseId).ToListAsync(cancellationToken);
        return
        [
            .. first.Where((caseId, index) => caseId is not null
                && (_waitingHere.TryRemove(caseId, out _) || index == places - 1)).Select(caseId => caseId!),
        ];
    }

    /// <summary>A case no longer counts as being inspected.</summary>
    public Task InspectedAsync(ModerationCase inspected, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(inspected);
        return RemoveAsync(UsageNames.InspectedCase(inspected), cancellationToken);
    }

    /// <summary>Counts the calls that a decided case cost; it no longer counts as being inspected.</summary>
    public async Task DecideAsync(ModerationCase decided, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(decided);
        var calls = decided.Safety?.Calls ?? 0;
        await Task.WhenAll(
            InspectedAsync(decided, cancellationToken),
            calls == 0
                ? Task.CompletedTask
                : WriteAsync(UsageNames.CallsOf(decided.Decision!.DecidedAt, decided, calls), cancellationToken));
    }

    /// <summary>A closed case no longer counts.</summary>
    public async Task CloseAsync(ModerationCase closed, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(closed);
        await Task.WhenAll(
            RemoveAsync(UsageNames.OpenCase(closed), cancellationToken),
            closed.Decision is null ? InspectedAsync(closed, cancellationToken) : Task.CompletedTask);
    }

    /// <summary>Gets whether an uploader has upload URLs that are still good, or open cases.</summary>
    internal async Task<bool> IsUnderWayAsync(string reference, CancellationToken cancellationToken)
    {
        var mine = await UsageTotals.CountAsync(storage, $"{reference}/", time.GetUtcNow(), cancellationToken);
        return mine.Grants > 0 || mine.Cases > 0;
    }

    /// <summary>Removes what is counted of past calls and upload URLs of an uploader; other counts end with their cases.</summary>
    internal async Task ForgetAsync(string reference, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        string[] folders = [UsageNames.Grants, .. Enumerable.Range(0, DaysKept).Select(day => UsageNames.CallsOn(now.AddDays(-day)))];
        foreach (var folder in folders)
        {
            await foreach (var name in ListAsync($"{folder}{reference}/", cancellationToken))
            {
                if (folder != UsageNames.Grants || UsageNames.Time(name) < now)
                {
                    await RemoveAsync(name, cancellationToken);
                }
            }
        }
    }

    private async Task<UsageLimit?> ReachedAsync(string? uploader, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var key = UsageNames.Key(uploader);
        var own = UsageTotals.CountAsync(storage, $"{key}/", now, cancellationToken);
        var all = totals.GetAsync(cancellationToken);
        var (mine, everyone, most) = (await own, await all, limits.Value);
        var day = new DateTimeOffset(now.UtcDateTime.Date.AddDays(1), TimeSpan.Zero) - now;
        return Reached("grants", mine.Grants, most.GrantsPerUploader + 1, everyone.Grants, most.Grants + 1, Bounded(mine.FirstExpiry - now))
            ?? Reached("openCases", mine.Cases, most.CasesPerUploader, everyone.Cases, most.Cases, RetryCases)
            ?? Reached("bytes", mine.Bytes, most.BytesPerUploader, everyone.Bytes, most.Bytes, RetryCases)
            ?? Reached("calls", mine.Calls, most.CallsPerUploader, everyone.Calls, most.Calls, day);
    }

    private static UsageLimit? Reached(string name, long mine, long mostMine, long all, long mostAll, TimeSpan retryAfter) =>
        mine >= mostMine ? new(name, OfUploader: true, retryAfter) : all >= mostAll ? new(name, OfUploader: false, retryAfter) : null;

    private static TimeSpan Bounded(TimeSpan? wait) =>
        wait is not { } known || known > LongestRetry ? LongestRetry : known > ShortestRetry ? known : ShortestRetry;

    /// <summary>Number of cases of an uploader that are inspected at a time.</summary>
    private int Places(ModerationCase counted) =>
        counted.Submission.Uploader is null ? limits.Value.InspectionsWithoutUploader : limits.Value.InspectionsPerUploader;

    /// <summary>Lists the cases of the same uploader that are inspected or wait for it, in the order of their arrival.</summary>
    private IAsyncEnumerable<string> ListInspectedAsync(ModerationCase counted, CancellationToken cancellationToken)
    {
        var own = UsageNames.InspectedCase(counted);
        return ListAsync(own[..(own.LastIndexOf('/') + 1)], cancellationToken);
    }

    private IAsyncEnumerable<string> ListAsync(string prefix, CancellationToken cancellationToken) =>
        UsageTotals.ListAsync(storage, prefix, cancellationToken);

    private Task WriteAsync(string name, CancellationToken cancellationToken) =>
        storage.WriteRowAsync(new(Containers.Cases, name), cancellationToken: cancellationToken);

    private async Task RemoveAsync(string name, CancellationToken cancellationToken) =>
        await storage.Blob(new(Containers.Cases, name)).DeleteIfExistsAsync(DeleteSnapshotsOption.None, null, cancellationToken);
}
