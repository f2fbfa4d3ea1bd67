using System.Buffers.Text;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Azure.Storage.Blobs.Models;
using Serverless.Audit;
using Serverless.Cases;
using Serverless.Storage;

namespace Serverless.Reporting.Decisions;

/// <param name="Next">Where the next page begins; null on the last.</param>
internal sealed record DecisionPage(IReadOnlyList<DecisionRow> Rows, DecisionCursor? Next);

/// <summary>
/// Every decision by its time, one empty blob each under <c>decisions/{day}/</c> in container <c>cases</c>: a window of time costs what happened in it, however
/// many cases there are. A row is written before its entry in the audit log; one whose entry never came stands for nothing, and whoever needs to be certain
/// looks into the log.
/// </summary>
public sealed class DecisionIndex(BlobStorage storage) : IAuditWatcher
{
    private const string Prefix = "decisions/";
    private const string RowKey = "row";

    public async Task AnnounceAsync(string caseId, IReadOnlyList<AuditEvent> events, DateTimeOffset at, CancellationToken cancellationToken)
    {
        foreach (var decided in events.Where(happened => DecisionRow.Has(happened.Type)))
        {
            var row = DecisionRow.Of(caseId, decided, at);
            var json = JsonSerializer.SerializeToUtf8Bytes(row, DecisionJson.Default.DecisionRow);
            var options = new BlobUploadOptions { Metadata = new Dictionary<string, string> { [RowKey] = Base64Url.EncodeToString(json) } };
            await storage.Blob(new(Containers.Cases, Name(row))).UploadAsync(BinaryData.FromBytes(ReadOnlyMemory<byte>.Empty), options, cancellationToken);
        }
    }

    /// <summary>One page of the decisions from <paramref name="from"/> until before <paramref name="to"/>, the earliest first.</summary>
    /// <param name="pageSize">1 to 5000; a page may be shorter although more follow.</param>
    internal async Task<DecisionPage> ListAsync(
        DateTimeOffset from, DateTimeOffset to, DecisionCursor? cursor, int pageSize, CancellationToken cancellationToken)
    {
        var last = Day(to.AddTicks(-1));
        var (day, marker) = cursor is { } start && start.Day >= Day(from) ? (start.Day, start.Marker) : (Day(from), null);
        for (; day <= last; day = day.AddDays(1), marker = null)
        {
            var (rows, next) = await ReadAsync(day, marker, pageSize, cancellationToken);
            var shown = rows.Where(row => row.At >= from && row.At < to).ToList();
            if (shown.Count > 0 || next is not null)
            {
                return new(shown, next is not null ? new(day, next) : day < last ? new(day.AddDays(1), null) : null);
            }
        }

        return new([], null);
    }

    /// <summary>All of them, page by page.</summary>
    internal async IAsyncEnumerable<DecisionRow> ListAsync(
        DateTimeOffset from, DateTimeOffset to, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        DecisionCursor? next = null;
        do
        {
            var page = await ListAsync(from, to, next, 5000, cancellationToken);
            foreach (var row in page.Rows)
            {
                yield return row;
            }

            next = page.Next;
        }
        while (next is not null);
    }

    private async Task<(List<DecisionRow> Rows, string? Next)> ReadAsync(
        DateOnly day, string? marker, int pageSize, CancellationToken cancellationToken)
    {
        var pages = storage.Container(Containers.Cases)
            .GetBlobsAsync(BlobTraits.Metadata, BlobStates.None, $"{Prefix}{Folder(day)}/", cancellationToken)
            .AsPages(marker, pageSize);
        await foreach (var page in pages)
        {
            return ([.. page.Values.Select(Row)], page.ContinuationToken is { Length: > 0 } next ? next : null);
        }

        return ([], null);
    }

    private static DecisionRow Row(BlobItem blob) =>
        JsonSerializer.Deserialize(Base64Url.DecodeFromChars(blob.Metadata[RowKey]), DecisionJson.Default.DecisionRow)!;

    private static string Name(DecisionRow row) => string.Create(
        CultureInfo.InvariantCulture, $"{Prefix}{Folder(Day(row.At))}/{row.At.UtcDateTime:HHmmssfffffff}-{row.CaseId}-{Base32.Hash(row.EventId)}");

    private static string Folder(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private static DateOnly Day(DateTimeOffset instant) => DateOnly.FromDateTime(instant.UtcDateTime);
}
