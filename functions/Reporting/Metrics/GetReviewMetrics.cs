using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using VideoGate.Http;

namespace VideoGate.Reporting.Metrics;

/// <summary><c>GET /api/metrics/reviews</c>: figures of the queue and of recent decisions.</summary>
public sealed class GetReviewMetrics(ReviewFigures figures)
{
    private const int DefaultHours = 24;
    private const int MaxHours = 24 * 31;

    [Function(nameof(GetReviewMetrics))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/metrics/reviews")] HttpRequest request,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var asked = request.Query["hours"].ToString();
        var hours = DefaultHours;
        if ((asked is not "" && !int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out hours))
            || hours is < 1 or > MaxHours)
        {
            return Problems.Malformed.Because($"hours must be from 1 to {MaxHours}.");
        }

        return Results.Json(await figures.CountAsync(TimeSpan.FromHours(hours), cancellationToken), MetricsJson.Default.ReviewSnapshot);
    }
}
