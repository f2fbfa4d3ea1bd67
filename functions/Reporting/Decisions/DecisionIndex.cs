using System.Globalization;
using System.Runtime.CompilerServices;
using Azure;
using Azure.Storage.Blobs.Models;
using VideoGate.Audit;
using VideoGate.Audit.Verification;
using VideoGate.Cases;
using VideoGate.Storage;

namespace VideoGate.Reporting.Decisions;

/// <summary>
/// Index of all decisions by time: one empty blob each under <c>decisions/{day}/</c> in container <c>cases</c>; the cost of a query depends
/// on its window, not on the number of cases. A row is written before its audit log entry; a row without an entry means nothing, and the
/// log is authoritative.
/// </summary>
public sealed class DecisionIndex(BlobStorage storage) : IAuditObserver, ICaseIndex
{
    private const string Prefix = "decisions/";

    public async Task BeforeAppendAsync(
        string caseId, IReadOnlyList<AuditEvent> events, DateTimeOffset at, CancellationToken cancellationToken)
    {
        foreach (var decided in events.Where(happened => DecisionRow.Has(happened.Type)))
        {
            await WriteAsync(DecisionRow.Of(caseId, decided, at), cancellationToken);
        }
    }

    public string Name => "decisions";

    public async Task<bool> ShowsAsync(ModerationCase indexed, AuditTrail trail, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(trail);
        foreach (var row in DecisionRow.Of(indexed, trail.Entries))
        {
            if (!await HasAsync(row, cancellationToken))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Writes rows that are missing or wrong.</summary>
    /// <returns>Number of rows written.</returns>
    internal async Task<int> RestoreAsync(IEnumerable<DecisionRow> rows, CancellationToken cancellationToken)
    {
        var missing = 0;
        foreach (var row in rows)
        {
            if (!await HasAsync(row, cancellationToken))
            {
                await WriteAsync(row, cancellationToken);
                missing++;
            }
        }

        return missing;
    }

    /// <summary>Lists one page of decisions from <paramref name="from"/> until before <paramref name="to"/>, earliest first.</summary>
    /// <param name="pageSize">1 to 5000; a page may be shorter even if more pages follow.</param>
    /// <returns>The page, or null if <paramref name="cursor"/> is not a cursor of this window.</returns>
    internal async Task<DecisionPage?> ListAsync(
        DateTimeOffset from, DateTimeOffset to, DecisionCursor? cursor, int pageSize, CancellationToken cancellationToken)
    {
        try
        {
            return await ReadAsync(from, to, cursor ?? new(0, null), pageSize, cancellationToken);
        }
        catch (RequestFailedException failure) when (failure.Status == 400 && cursor is { Marker: not null })
        {
            return null;
        }
    }

    /// <summary>Lists all decisions of the window, page by page.</summary>
    internal async IAsyncEnumerable<DecisionRow> ListAsync(
        DateTimeOffset from, DateTimeOffset to, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        DecisionCursor? next = null;
        do
        {
            var page = await ListAsync(from, to, next, 5000, cancellationToken);
            foreach (var row in page!.Rows)
            {
                yield return row;
            }

            next = page.Next;
        }
        while (next is not null);
    }

    private async Task<DecisionPage> ReadAsync(
        DateTimeOffset from, DateTimeOffset to, DecisionCursor cursor, int pageSize, CancellationToken cancellationToken)
    {
        string[] slices = [.. Slices(from, to)];
        for (var (slice, marker) = (cursor.Slice, cursor.Marker); slice < slices.Length; slice++, marker = null)
        {
            var (rows, next) = await ReadAsync(slices[slice], marker, pageSize, cancellationToken);
            var shown = rows.Where(row => row.At >= from && row.At < to).ToList();
            var isPast = rows is [.., var last] && last.At >= to;
            if (shown.Count > 0 || next is not null || isPast)
            {
                return new(shown,
                    isPast ? null : next is not null ? new(slice, next) : slice + 1 < slices.Length ? new(slice + 1, null) : null);
            }
        }

        return new([], null);
    }

    /// <summary>
    /// Gets the name prefixes that cover a window: its hours up to the first midnight, to skip the earlier part of a busy day, then its
    /// days.
    /// </summary>
    private static IEnumerable<string> Slices(DateTimeOffset from, DateTimeOffset to)
    {
        var begin = new DateTimeOffset(from.UtcTicks / TimeSpan.TicksPerHour * TimeSpan.TicksPerHour, TimeSpan.Zero);
        while (begin < to)
        {
            var isDay = begin.Hour == 0;
            yield return begin.ToString(isDay ? "yyyyMMdd'/'" : "yyyyMMdd'/'HH", CultureInfo.InvariantCulture);
            begin = isDay ? begin.AddDays(1) : begin.AddHours(1);
        }
    }

    private async Task<(List<DecisionRow> Rows, string? Next)> ReadAsync(
        string slice, string? marker, int pageSize, CancellationToken cancellationToken)
    {
        var pages = storage.Container(Containers.Cases)
            .GetBlobsAsync(BlobTraits.Metadata, BlobStates.None, $"{Prefix}{slice}", cancellationToken)
            .AsPages(marker, pageSize);
        await foreach (var page in pages)
        {
            return (
                [.. page.Values.Select(blob => Row(blob.Metadata)).OfType<DecisionRow>()],
                page.ContinuationToken is { Length: > 0 } next ? next : null);
        }

        return ([], null);
    }

    // The duration is rounded; its exact value is known when the row is written.
    private async Task<bool> HasAsync(DecisionRow row, CancellationToken cancellationToken) =>
        await storage.FindAsync(Location(row), cancellationToken) is { } found
        && Row(found.Metadata) is { } there && there with { Seconds = row.Seconds } == row;

    // A row that cannot be read is reported by verification and rewritten by reconciliation.
    private static DecisionRow? Row(IDictionary<string, string> metadata) => MetadataRow.Read(metadata, DecisionJson.Default.DecisionRow);

    private Task WriteAsync(DecisionRow row, CancellationToken cancellationToken) =>
        storage.WriteRowAsync(Location(row), MetadataRow.Of(row, DecisionJson.Default.DecisionRow), cancellationToken);

    private static BlobLocation Location(DecisionRow row) => new(Containers.Cases, string.Create(
        CultureInfo.InvariantCulture, $"{Prefix}{row.At.UtcDateTime:yyyyMMdd'/'HHmmssfffffff}-{row.CaseId}-{Base32.Hash(row.EventId)}"));
}
