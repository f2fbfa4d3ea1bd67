using System.Globalization;
using AiLabels.Reports;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using VideoGate.Cases;
using VideoGate.Review.Rules;

namespace VideoGate.Review.Queue;

/// <summary>Query of <c>GET /reviews</c>.</summary>
internal sealed record ReviewQuery(ReviewFilter Filter, string? Cursor, int PageSize)
{
    public const int MaxPageSize = 200;
    private const int DefaultPageSize = 50;
    private const string Me = "me";
    private const string None = "none";

    /// <param name="caller">Subject that <c>assignee=me</c> refers to.</param>
    /// <returns>The query, or null if a parameter is invalid.</returns>
    public static ReviewQuery? Parse(IQueryCollection query, string caller)
    {
        var (state, openedBefore, size) = (Optional(query["state"]), Optional(query["openedBefore"]), Optional(query["pageSize"]));
        var (waiting, before, pageSize) = (default(ReviewState), default(DateTimeOffset), DefaultPageSize);
        if ((state is not null && !TryState(state, out waiting))
            || (openedBefore is not null && !TryInstant(openedBefore, out before))
            || (size is not null && !int.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out pageSize))
            || pageSize is < 1 or > MaxPageSize)
        {
            return null;
        }

        var filter = new ReviewFilter(
            state is null ? null : waiting,
            Optional(query["reason"]),
            Optional(query["generator"]),
            Optional(query["policy"]),
            Optional(query["assignee"]) switch { Me => caller, None => ReviewFilter.Nobody, var subject => subject },
            openedBefore is null ? null : before);
        return new ReviewQuery(filter, Optional(query["cursor"]), pageSize);
    }

    /// <summary>Gets the path of the page at <paramref name="cursor"/>.</summary>
    public string Link(string cursor)
    {
        var query = new QueryBuilder { { "cursor", cursor }, { "pageSize", PageSize.ToString(CultureInfo.InvariantCulture) } };
        Add("state", Filter.State is { } state ? CamelCase.Name(state) : null);
        Add("reason", Filter.Reason);
        Add("generator", Filter.Generator);
        Add("policy", Filter.Policy);
        Add("assignee", Filter.Assignee is ReviewFilter.Nobody ? None : Filter.Assignee);
        Add("openedBefore", Filter.OpenedBefore?.ToString("O", CultureInfo.InvariantCulture));
        return $"/api/reviews{query.ToQueryString()}";

        void Add(string name, string? value)
        {
            if (value is not null)
            {
                query.Add(name, value);
            }
        }
    }

    /// <summary>Gets the states that a review may be listed by, as one text.</summary>
    public static string States { get; } =
        string.Join(", ", Enum.GetValues<ReviewState>().Where(ReviewTransitions.IsUndecided).Select(CamelCase.Name));

    private static bool TryState(string text, out ReviewState state)
    {
        var named = Enum.GetValues<ReviewState>().Where(ReviewTransitions.IsUndecided).Where(possible => CamelCase.Name(possible) == text)
            .ToList();
        state = named.FirstOrDefault();
        return named is not [];
    }

    private static bool TryInstant(string text, out DateTimeOffset instant) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out instant);

    private static string? Optional(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
