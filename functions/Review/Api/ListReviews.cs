using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using VideoGate.Access;
using VideoGate.Cases.Queue;
using VideoGate.Http;
using VideoGate.Review.Queue;

namespace VideoGate.Review.Api;

/// <summary><c>GET /api/reviews</c>: lists the open reviews, earliest due time first.</summary>
public sealed class ListReviews(ReviewQueueStore index, QueueSnapshots snapshots, TimeProvider time)
{
    [Function(nameof(ListReviews))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/reviews")] HttpRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (ReviewQuery.Parse(request.Query, Caller.Of(request).Subject) is not { } query)
        {
            return Problems.Malformed.Because(
                $"state is one of {ReviewQuery.States}; openedBefore an ISO 8601 time; pageSize 1 to {ReviewQuery.MaxPageSize}.");
        }

        if (await PageAsync(query, cancellationToken) is not { } page)
        {
            return Problems.Malformed.Because("cursor was not issued by this queue: follow nextLink unchanged.");
        }

        var shown = new ReviewQueuePage(page.Rows, page.Next is null ? null : query.Link(page.Next));
        return Results.Json(shown, PlainJson.Of(ReviewJson.Default.ReviewQueuePage));
    }

    /// <summary>Lists an unfiltered queue live, page by page; filtered results come from a snapshot a few seconds old.</summary>
    private async Task<ReviewPage?> PageAsync(ReviewQuery query, CancellationToken cancellationToken)
    {
        if (query.Filter == ReviewFilter.All)
        {
            return await index.ListAsync(query.Cursor, query.PageSize, cancellationToken);
        }

        ReviewCursor? from = null;
        return query.Cursor is { } cursor && !ReviewCursor.TryParse(cursor, out from)
            ? null
            : (await snapshots.GetAsync(cancellationToken)).Page(query.Filter, from?.After, query.PageSize, time.GetUtcNow());
    }
}
