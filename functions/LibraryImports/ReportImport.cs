using System.Globalization;
using Azure;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Azure.Functions.Worker;
using VideoGate.Cases;
using VideoGate.Http;

namespace VideoGate.LibraryImports;

/// <summary>
/// <c>GET /api/imports/{importId}/videos</c>: each video that the import has judged, with what changes about it, as JSON or CSV.
/// </summary>
public sealed class ReportImport(ImportStore imports, CaseStore cases)
{
    private const int MaxPageSize = 500;
    private const int DefaultPageSize = 100;
    private const int Parallelism = 8;

    [Function(nameof(ReportImport))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/imports/{importId}/videos")] HttpRequest request,
        string importId,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (await imports.GetAsync(importId, cancellationToken) is null)
        {
            return Problems.NotFound.Because("There is no such import.");
        }

        if (Parse(request.Query) is not var (csv, pageSize, cursor)
            || await ReadAsync(importId, cursor, pageSize, cancellationToken) is not var (rows, next))
        {
            return Problems.Malformed.Because($"format is json or csv, pageSize 1 to {MaxPageSize}, cursor from nextLink.");
        }

        var named = await NameAsync(rows, cancellationToken);
        var link = next is null ? null : Link(importId, csv, pageSize, new(next));
        if (link is not null)
        {
            request.HttpContext.Response.Headers.Link = $"<{link}>; rel=\"next\"";
        }

        return csv
            ? Results.Text(ImportReportCsv.Write(named), Csv.ContentType)
            : Results.Json(new ImportReportPage(named, link), PlainJson.Of(ImportJson.Default.ImportReportPage));
    }

    private static (bool Csv, int PageSize, ImportCursor? Cursor)? Parse(IQueryCollection query)
    {
        var pageSize = DefaultPageSize;
        var cursor = query.ContainsKey("cursor") ? OpaqueCursor.Decode(query["cursor"].ToString(), ImportJson.Default.ImportCursor) : null;
        return query["format"].ToString() is "" or "json" or "csv"
            && (!query.ContainsKey("pageSize")
                || int.TryParse(query["pageSize"], NumberStyles.None, CultureInfo.InvariantCulture, out pageSize))
            && pageSize is >= 1 and <= MaxPageSize
            && (cursor is { Marker: not null } || !query.ContainsKey("cursor"))
            ? (query["format"] == "csv", pageSize, cursor)
            : null;
    }

    /// <returns>A page, or null if the cursor is none of this report.</returns>
    private async Task<(IReadOnlyList<ImportRow> Rows, string? Next)?> ReadAsync(
        string importId, ImportCursor? cursor, int pageSize, CancellationToken cancellationToken)
    {
        try
        {
            return await imports.ListRowsAsync(importId, cursor?.Marker, pageSize, cancellationToken);
        }
        catch (RequestFailedException failure) when (failure.Status == 400 && cursor is not null)
        {
            return null;
        }
    }

    /// <summary>Adds what only the cases know, and may forget: names, and the present states.</summary>
    private async Task<IReadOnlyList<ImportRow>> NameAsync(IReadOnlyList<ImportRow> rows, CancellationToken cancellationToken)
    {
        var named = new ImportRow[rows.Count];
        var options = new ParallelOptions { MaxDegreeOfParallelism = Parallelism, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(rows.Index(), options, async (row, cancellation) =>
            named[row.Index] = row.Item.State is not null && await cases.GetAsync(row.Item.CaseId, cancellation) is { Case: var known }
                ? row.Item with { Name = known.Upload.Name, State = known.State }
                : row.Item);
        return named;
    }

    private static string Link(string importId, bool csv, int pageSize, ImportCursor next)
    {
        var query = new QueryBuilder
        {
            { "format", csv ? "csv" : "json" },
            { "pageSize", pageSize.ToString(CultureInfo.InvariantCulture) },
            { "cursor", OpaqueCursor.Encode(next, ImportJson.Default.ImportCursor) },
        };
        return $"/api/imports/{importId}/videos{query.ToQueryString()}";
    }
}
