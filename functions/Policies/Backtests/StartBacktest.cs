using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using VideoGate.Access;
using VideoGate.Cases;
using VideoGate.Http;

namespace VideoGate.Policies.Backtests;

/// <summary>
/// <c>POST /api/policies/{policyId}/backtests</c>: evaluates a policy on past cases and reports the differences. Changes no case.
/// </summary>
public sealed class StartBacktest(LoadedPolicies policies, BacktestStore backtests, TimeProvider time)
{
    [Function(nameof(StartBacktest))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/policies/{policyId}/backtests")] HttpRequest request,
        string policyId,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken)
    {
        var body = await JsonBody.ReadAsync(request, BacktestJson.Default.BacktestRequest, cancellationToken);
        if (body.Validate() is { } invalid)
        {
            return invalid;
        }

        var (file, problem) = Choose(body, policyId);
        if (file is null)
        {
            return problem!;
        }

        var backtest = new Backtest
        {
            BacktestId = Base32.Encode(RandomNumberGenerator.GetBytes(17)),
            State = BacktestState.Accepted,
            Policy = file.Policy.Pin,
            Candidate = body.Policy is not null,
            Scope = body.Scope,
            RequestedAt = time.GetUtcNow(),
            RequestedBy = Caller.Of(request).Subject,
        };
        await backtests.CreateAsync(backtest, file.Text, cancellationToken);
        var options = new StartOrchestrationOptions($"backtest-{backtest.BacktestId}");
        await client.ScheduleNewOrchestrationInstanceAsync(
            nameof(RunBacktest), new BacktestStep(backtest.BacktestId, 0), options, cancellationToken);
        request.HttpContext.Response.Headers["Operation-Location"] = $"/api/backtests/{backtest.BacktestId}";
        return Results.Json(backtest, BacktestJson.Default.Backtest, statusCode: StatusCodes.Status202Accepted);
    }

    private (PolicyFile? File, ProblemResult? Problem) Choose(BacktestRequest body, string policyId)
    {
        try
        {
            var file = body.Candidate() ?? policies.Files.FirstOrDefault(file => file.Policy.Id == policyId);
            return file switch
            {
                null => (null, Problems.NotFound.Because("There is no such policy.")),
                _ when file.Policy.Id != policyId =>
                    (null, BacktestRequest.Describe([new("policy", 1, 1, "$.id", $"The URL names '{policyId}'.")])),
                _ => (file, null),
            };
        }
        catch (InvalidPolicyException exception)
        {
            return (null, BacktestRequest.Describe(exception.Errors));
        }
    }
}
