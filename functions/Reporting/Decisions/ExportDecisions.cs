using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using VideoGate.Audit;
using VideoGate.Cases;
using VideoGate.Http;

namespace VideoGate.Reporting.Decisions;

/// <summary><c>GET /api/decisions</c>: decisions in a time window with proof from the audit chain, as JSON or CSV.</summary>
public sealed class ExportDecisions(DecisionIndex index, CaseStore cases, AuditLog audit, CaseIntegrity integrity)
{
    private const int Parallelism = 8;

    [Function(nameof(ExportDecisions))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/decisions")] HttpRequest request,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (DecisionQuery.Parse(request) is not { } query)
        {
            return Problems.Malformed.Because(
                $"from and to are times at most {DecisionQuery.MaxDays} days apart, format json or csv, pageSize 1 to {DecisionQuery.MaxPageSize}, cursor from nextLink.");
        }

        if (await index.ListAsync(query.From, query.To, query.Cursor, query.PageSize, cancellationToken) is not { } page)
        {
            return Problems.Malformed.Because("cursor does not belong to this window: follow nextLink unchanged.");
        }

        var decisions = await ProveAsync(page.Rows, cancellationToken);
        var next = page.Next is null ? null : query.Link(page.Next);
        if (next is not null)
        {
            request.HttpContext.Response.Headers.Link = $"<{next}>; rel=\"next\"";
        }

        return query.Csv
            ? Results.Text(DecisionCsv.Write(decisions), Csv.ContentType)
            : Results.Json(new DecisionExport(query.From, query.To, decisions, next), PlainJson.Of(DecisionJson.Default.DecisionExport));
    }

    /// <remarks>Omits rows whose entry was never appended.</remarks>
    private async Task<IReadOnlyList<ExportedDecision>> ProveAsync(IReadOnlyList<DecisionRow> rows, CancellationToken cancellationToken)
    {
        var proven = new ExportedDecision?[rows.Count];
        var cases = rows.Index().GroupBy(row => row.Item.CaseId);
        var options = new ParallelOptions { MaxDegreeOfParallelism = Parallelism, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(cases, options, async (ofCase, cancellation) =>
        {
            var (trail, key) = await ReadAsync(ofCase.Key, cancellation);
            foreach (var (place, row) in ofCase)
            {
                var entry = trail.Entries.FirstOrDefault(entry => entry.Id == row.EventId && entry.At == row.At);
                proven[place] = entry is null ? null : new(entry, ChainProof.Of(trail), ErasableText.Read([entry], key));
            }
        });
        return [.. proven.OfType<ExportedDecision>()];
    }

    /// <remarks>A case that is missing, unreadable or broken is named in its own rows, and the export continues.</remarks>
    private async Task<(AuditTrail Trail, string? Key)> ReadAsync(string caseId, CancellationToken cancellationToken)
    {
        try
        {
            if (await cases.GetAsync(caseId, cancellationToken) is { } stored)
            {
                var held = await integrity.CheckAsync(stored, cancellationToken);
                return (held.Trail with { Break = held.Break }, held.Stored.Case.TextKey);
            }

            return (await audit.ReadAsync(caseId, head: null, cancellationToken), null);
        }
        catch (JsonException)
        {
            var trail = await audit.ReadAsync(caseId, head: null, cancellationToken);
            return (trail with { Break = trail.Break ?? new(trail.Entries.Count, AuditFault.CaseUnreadable) }, null);
        }
    }
}
