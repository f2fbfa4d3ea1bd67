using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Serverless.Cases;

namespace Serverless.Review;

/// <summary>Query of <c>GET /reviews</c>.</summary>
internal sealed record ReviewQuery(ReviewState? State, string? Cursor, int PageSize)
{
    public const int MaxPageSize = 200;
    private const int DefaultPageSize = 50;

    /// <returns>Null when a parameter is not valid.</returns>
    public static ReviewQuery? Parse(IQueryCollection query)
    {
        var state = Optional(query["state"]);
        var size = Optional(query["pageSize"]);
        var pageSize = DefaultPageSize;
        return (state is null or "open" or "escalated")
            && (size is null || int.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out pageSize))
            && pageSize is >= 1 and <= MaxPageSize
                ? new ReviewQuery(state is null ? null : Enum.Parse<ReviewState>(state, ignoreCase: true), Optional(query["cursor"]), pageSize)
                : null;
    }

    public bool Admits(ReviewRow row) => State is null || row.State == State;

    /// <summary>Path of the page that begins at <paramref name="cursor"/>.</summary>
    public string Link(string cursor)
    {
        var query = new QueryBuilder { { "cursor", cursor }, { "pageSize", PageSize.ToString(CultureInfo.InvariantCulture) } };
        if (State is { } state)
        {
            query.Add("state", state is ReviewState.Open ? "open" : "escalated");
        }

        return $"/api/reviews{query.ToQueryString()}";
    }

    private static string? Optional(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
