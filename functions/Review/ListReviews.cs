using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Serverless.Access;
using Serverless.Cases;

namespace Serverless.Review;

/// <summary><c>GET /api/reviews</c>: the open reviews, the one that is due first on top.</summary>
public sealed class ListReviews(ReviewIndex index)
{
    [Function(nameof(ListReviews))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/reviews")] HttpRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (ReviewQuery.Parse(request.Query) is not { } query)
        {
            return Problems.Malformed.Because($"state is open or escalated, pageSize 1 to {ReviewQuery.MaxPageSize}.");
        }

        if (await index.ListAsync(query.Cursor, query.PageSize, cancellationToken) is not { } page)
        {
            return Problems.Malformed.Because("cursor is not one that this queue gave out: follow nextLink as it is.");
        }

        var shown = new ReviewQueuePage([.. page.Rows.Where(query.Admits)], page.Next is null ? null : query.Link(page.Next));
        return Results.Json(shown, ReviewJson.Default.ReviewQueuePage);
    }
}
