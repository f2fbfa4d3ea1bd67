using Azure;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using VideoGate.Cases;
using VideoGate.Storage;

namespace VideoGate.Audit;

/// <summary>
/// The audit logs, one append blob <c>{caseId}.jsonl</c> each in container <c>audit</c>. Several writers may append at once.
/// </summary>
/// <param name="watchers">PublishedTypes of every event before it is appended.</param>
public sealed class AuditLog(BlobStorage storage, TimeProvider time, IEnumerable<IAuditObserver>? watchers = null)
{
    private const int Attempts = 30;
    private const string Extension = ".jsonl";

    private readonly IAuditObserver[] _watchers = [.. watchers ?? []];

    /// <summary>Appends the events that the log does not hold yet, all or none; their ids say which those are.</summary>
    /// <param name="known">End of the log as the case remembers it. When it is right, one call is all that this takes.</param>
    /// <returns>The end of the log, to be remembered by the case.</returns>
    /// <exception cref="InvalidOperationException">The log was tampered with, or others kept appending.</exception>
    public async Task<AuditHead> AppendAsync(
        string caseId, AuditHead? known, IReadOnlyList<AuditEvent> events, CancellationToken cancellationToken = default)
    {
        var blob = storage.AppendBlob(Location(caseId));
        if (known is null)
        {
            await blob.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        }

        var head = known;
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            var at = time.GetUtcNow();
            var (next, lines) = AuditChain.Extend(caseId, head, events, at);
            if (lines is [])
            {
                return next;
            }

            await AnnounceAsync(caseId, head, events, at, cancellationToken);
            if (await TryAppendAsync(blob, head?.Position ?? 0, lines, cancellationToken))
            {
                return next;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.Next(10 * attempt)), time, cancellationToken);
            head = AuditChain.HeadOf(await ReadValidAsync(caseId, known, cancellationToken));
        }

        throw new InvalidOperationException($"Others appended to the audit log of case '{caseId}' {Attempts} times in a row; try again.");
    }

    /// <summary>Reads and verifies the log; one that is not there is empty.</summary>
    /// <param name="head">What the case remembers of the log's end; null when it remembers nothing.</param>
    public async Task<AuditTrail> ReadAsync(string caseId, AuditHead? head, CancellationToken cancellationToken = default)
    {
        try
        {
            var log = await storage.Blob(Location(caseId)).DownloadContentAsync(cancellationToken);
            return AuditChain.Verify(caseId, log.Value.Content.ToMemory().Span, head);
        }
        catch (RequestFailedException failure) when (failure.ErrorCode == BlobErrorCode.BlobNotFound)
        {
            return AuditChain.Verify(caseId, [], head);
        }
    }

    /// <summary>Some of the cases that have a log, in the order of their ids.</summary>
    /// <param name="marker"><see cref="CasePage.Next"/> of the page before; null for the first page.</param>
    public async Task<CasePage> ListPageAsync(string? marker, int pageSize, CancellationToken cancellationToken = default)
    {
        var page = await BlobPage.ReadAsync(
            storage.Container(Containers.Audit), null, BlobTraits.None, marker, pageSize, cancellationToken);
        var names = page.Blobs.Select(blob => blob.Name).Where(name => name.EndsWith(Extension, StringComparison.Ordinal));
        return new([.. names.Select(name => name[..^Extension.Length]).Where(CaseId.IsValid)], page.Next);
    }

    private async Task AnnounceAsync(
        string caseId, AuditHead? head, IReadOnlyList<AuditEvent> events, DateTimeOffset at, CancellationToken cancellationToken)
    {
        AuditEvent[] added = [.. events.ExceptBy(head?.Events ?? [], added => added.Id)];
        foreach (var watcher in _watchers)
        {
            await watcher.BeforeAppendAsync(caseId, added, at, cancellationToken);
        }
    }

    private async Task<AuditTrail> ReadValidAsync(string caseId, AuditHead? known, CancellationToken cancellationToken)
    {
        var trail = await ReadAsync(caseId, known, cancellationToken);
        return trail.Break is { } broken
            ? throw new InvalidOperationException(
                $"The audit log of case '{caseId}' was tampered with, and nothing more is written to it. {broken.Message} Restore '{Location(caseId).Name}' in '{Containers.Audit}'.")
            : trail;
    }

    // A block is appended whole or not at all, and only where the writer believes the log to end.
    private static async Task<bool> TryAppendAsync(AppendBlobClient blob, long position, byte[] lines, CancellationToken cancellationToken)
    {
        try
        {
            var conditions = new AppendBlobRequestConditions { IfAppendPositionEqual = position };
            await blob.AppendBlockAsync(
                new MemoryStream(lines), new AppendBlobAppendBlockOptions { Conditions = conditions }, cancellationToken);
            return true;
        }
        catch (RequestFailedException failure) when (failure.Status is 404 or 412)
        {
            return false;
        }
    }

    private static BlobLocation Location(string caseId) => CaseId.IsValid(caseId)
        ? new(Containers.Audit, caseId + Extension)
        : throw new ArgumentException($"'{caseId}' is no case id.", nameof(caseId));
}
