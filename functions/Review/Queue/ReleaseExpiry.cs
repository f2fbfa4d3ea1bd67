using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using VideoGate.Access;
using VideoGate.Http;

namespace VideoGate.Review.Queue;

/// <summary>
/// <c>POST /api/reviews/expiry/release</c>: a senior moderator lets reviews expire that are held because too many would at once.
/// </summary>
public sealed class ReleaseExpiry(ExpiryLimit expiries, TimeProvider time)
{
    [Function(nameof(ReleaseExpiry))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/reviews/expiry/release")] HttpRequest request,
        CancellationToken cancellationToken)
    {
        var body = await JsonBody.ReadAsync(request, ExpiryJson.Default.ExpiryReleaseRequest, cancellationToken);
        if (body.Validate() is { } invalid)
        {
            return invalid;
        }

        var now = time.GetUtcNow();
        var release = new ExpiryRelease(Caller.Of(request).Subject, now, now + body.Duration);
        return Results.Json(await expiries.ReleaseAsync(release, cancellationToken), ExpiryJson.Default.ExpiryRelease);
    }
}
