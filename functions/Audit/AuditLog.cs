using Azure;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using VideoGate.Cases;
using VideoGate.Storage;

namespace VideoGate.Audit;

/// <summary>
/// The audit logs: one append blob <c>{caseId}.jsonl</c> per case in container <c>audit</c>. Safe for concurrent writers.
/// </summary>
/// <param name="watchers">Notified of every event before it is appended.</param>
public sealed class AuditLog(BlobStorage storage, TimeProvider time, IEnumerable<IAuditObserver>? watchers = null)
{
    private const int Attempts = 30;
    private const string Extension = ".jsonl";

    private readonly IAuditObserver[] _watchers = [.. watchers ?? []];

    /// <summary>Appends the events that the log does not contain yet, all or none; known events are identified by their ids.</summary>
    /// <param name="known">The log's head as recorded in the case. If current, a single call suffices.</param>
    /// <returns>The new head, to be recorded in the case.</returns>
    /// <exception cref="InvalidOperationException">The log was tampered with, or concurrent writers kept appending.</exception>
    public Task<AuditHead> AppendAsync(
        string caseId, AuditHead? known, IReadOnlyList<AuditEvent> events, CancellationToken cancellationToken = default) =>
        AppendAsync(caseId, known, events, caseHash: null, cancellationToken);

    /// <param name="caseHash">
    /// Hash of the case after the change, which the last entry will have; null if the events carry it themselves.
    /// </param>
    /// <inheritdoc cref="AppendAsync(string, AuditHead?, IReadOnlyList{AuditEvent}, CancellationToken)"/>
    public async Task<AuditHead> AppendAsync(
        string caseId, AuditHead? known, IReadOnlyList<AuditEvent> events, string? caseHash, CancellationToken cancellationToken = default)
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
            var (next, lines) = AuditChain.Extend(caseId, head, events, at, caseHash);
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

        throw new InvalidOperationException($"Concurrent writers appended to the audit log of case '{caseId}' {Attempts} times in a row; try again.");
    }

    /// <summary>Reads and verifies the log; a missing log reads as empty.</summary>
    /// <param name="head">The log's head as recorded in the case, or null if the case has none.</param>
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

    /// <summary>Lists one page of the cases that have a log, ordered by id.</summary>
    /// <param name="marker"><see cref="CasePage.Next"/> of the previous page; null for the first page.</param>
    public async Task<CasePage> ListPageAsync(string? marker, int pageSize, CancellationToken cancellationToken = default)
    {
        var page = await BlobPage.ReadAsync(
            storage.Container(Containers.Audit), null, BlobTraits.None, marker, pageSize, cancellationToken);
        var names = page.Blobs.Select(blob => blob.Name).Where(name => name.EndsWith(Extension, StringComparison.Ordinal));
        return new([.. names.Select(name => name[..^Extension.Length]).Where(CaseId.IsValid)], page.Next);
    }

    /// <summary>Lists the cases whose log was appended to, by the service's clock.</summary>
    /// <param name="since">Null for all.</param>
    internal IAsyncEnumerable<string> ChangedSinceAsync(DateTimeOffset? since, CancellationToken cancellationToken) =>
        storage.Container(Containers.Audit).GetBlobsAsync(BlobTraits.None, BlobStates.None, null, cancellationToken)
            .Where(blob => blob.Name.EndsWith(Extension, StringComparison.Ordinal) && !(blob.Properties.LastModified < since))
            .Select(blob => blob.Name[..^Extension.Length])
            .Where(CaseId.IsValid);

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
                $"The audit log of case '{caseId}' was tampered with; no further entries are written. {broken.Message} Restore '{Location(caseId).Name}' in '{Containers.Audit}'.")
            : trail;
    }

    // A block is appended whole or not at all, and only if the writer's position is the end of the log.
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
        : throw new ArgumentException($"'{caseId}' is not a case id.", nameof(caseId));
}
