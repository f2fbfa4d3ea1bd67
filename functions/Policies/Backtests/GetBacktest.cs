using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using VideoGate.Http;

namespace VideoGate.Policies.Backtests;

/// <summary><c>GET /api/backtests/{backtestId}</c>: progress and result of a backtest.</summary>
public sealed class GetBacktest(BacktestStore backtests)
{
    private const string PollAfterSeconds = "2";

    [Function(nameof(GetBacktest))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/backtests/{backtestId}")] HttpRequest request,
        string backtestId,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (await backtests.GetAsync(backtestId, cancellationToken) is not { Value.Backtest: var backtest })
        {
            return Problems.NotFound.Because("There is no such backtest.");
        }

        if (backtest.State is BacktestState.Accepted or BacktestState.Running)
        {
            request.HttpContext.Response.Headers.RetryAfter = PollAfterSeconds;
        }

        return Results.Json(backtest, BacktestJson.Default.Backtest);
    }
}
