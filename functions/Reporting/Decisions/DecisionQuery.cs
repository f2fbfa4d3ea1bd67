using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Http.Headers;

namespace VideoGate.Reporting.Decisions;

/// <summary>Query of <c>GET /decisions</c>.</summary>
internal sealed record DecisionQuery(DateTimeOffset From, DateTimeOffset To, bool Csv, DecisionCursor? Cursor, int PageSize)
{
    public const int MaxDays = 31;
    public const int MaxPageSize = 500;
    private const int DefaultPageSize = 100;

    /// <returns>The query, or null if a parameter is missing or invalid.</returns>
    public static DecisionQuery? Parse(HttpRequest request)
    {
        var query = request.Query;
        var pageSize = DefaultPageSize;
        DecisionCursor? cursor = null;
        return Instant(query["from"]) is { } from
            && Instant(query["to"]) is { } to
            && from < to && to - from <= TimeSpan.FromDays(MaxDays)
            && (!query.ContainsKey("pageSize")
                || int.TryParse(query["pageSize"], NumberStyles.None, CultureInfo.InvariantCulture, out pageSize))
            && pageSize is >= 1 and <= MaxPageSize
            && (!query.ContainsKey("cursor") || DecisionCursor.TryParse(query["cursor"].ToString(), out cursor))
            && IsCsv(request) is { } csv
                ? new(from, to, csv, cursor, pageSize)
                : null;
    }

    /// <summary>Gets the path of the page at <paramref name="cursor"/>, in the same format.</summary>
    public string Link(DecisionCursor cursor)
    {
        var query = new QueryBuilder
        {
            { "from", From.ToString("O", CultureInfo.InvariantCulture) },
            { "to", To.ToString("O", CultureInfo.InvariantCulture) },
            { "format", Csv ? "csv" : "json" },
            { "pageSize", PageSize.ToString(CultureInfo.InvariantCulture) },
            { "cursor", cursor.ToString() },
        };
        return $"/api/decisions{query.ToQueryString()}";
    }

    private static DateTimeOffset? Instant(string? text) =>
        DateTimeOffset.TryParse(
            text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var instant)
            ? instant
            : null;

    /// <returns>Whether CSV is requested, or null if the named format is unknown.</returns>
    private static bool? IsCsv(HttpRequest request) => request.Query["format"].ToString() switch
    {
        "" => new RequestHeaders(request.Headers).Accept.Any(accepted => accepted.MediaType == Http.Csv.MediaType),
        "csv" => true,
        "json" => false,
        _ => null,
    };
}
