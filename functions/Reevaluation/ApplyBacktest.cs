using DurableTask.Core.Exceptions;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using VideoGate.Access;
using VideoGate.Cases.Orchestration;
using VideoGate.Http;
using VideoGate.Policies;
using VideoGate.Policies.Backtests;

namespace VideoGate.Reevaluation;

/// <summary>
/// <c>POST /api/backtests/{backtestId}/apply</c>: decides past cases again by the policies in force, the tested one among them.
/// </summary>
public sealed class ApplyBacktest(BacktestStore backtests, LoadedPolicies policies, TimeProvider time)
{
    [Function(nameof(ApplyBacktest))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/backtests/{backtestId}/apply")] HttpRequest request,
        string backtestId,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken)
    {
        var body = await JsonBody.ReadAsync(request, ReevaluationJson.Default.ReevaluationRequest, cancellationToken);
        while (await backtests.GetAsync(backtestId, cancellationToken) is { } stored)
        {
            var (next, problem) = Apply(stored.Value, body, Caller.Of(request).Subject);
            if (next is null)
            {
                return problem!;
            }

            if (ReferenceEquals(next, stored.Value) || await backtests.ReplaceAsync(stored, next, cancellationToken) is not null)
            {
                await StartAsync(client, backtestId);
                return Results.Json(next.Backtest, BacktestJson.Default.Backtest, statusCode: StatusCodes.Status202Accepted);
            }
        }

        return Problems.NotFound.Because("There is no such backtest.");
    }

    private (BacktestProgress? Next, ProblemResult? Problem) Apply(BacktestProgress progress, ReevaluationRequest asked, string by) =>
        progress.Backtest switch
        {
            // Repeated by the same person: completes a start that was interrupted.
            { Application: { State: BacktestApplicationState.Applying } begun } when begun.RequestedBy == by => (progress, null),
            { Application: not null } => (null, Problems.BacktestState.Because("It was applied before.")),
            { State: not BacktestState.Completed } => (null, Problems.BacktestState.Because("It is not complete.")),
            var complete when !IsInForce(complete.Policy.Hash) => (null, Problems.BacktestState.Because(
                "Its policy is not in force as it was tested: neither the active policy nor that of a jurisdiction.")),
            var complete => (progress with
            {
                Applied = new(),
                Backtest = complete with
                {
                    Application = new()
                    {
                        State = BacktestApplicationState.Applying,
                        Quarantine = asked.Quarantine,
                        RequestedBy = by,
                        RequestedAt = time.GetUtcNow(),
                    },
                },
            }, null),
        };

    private bool IsInForce(string hash) =>
        policies.All.Any(policy => policy.Hash == hash && (policy == policies.Active || policies.IsInForce(policy)));

    private static async Task StartAsync(DurableTaskClient client, string backtestId)
    {
        try
        {
            await client.ScheduleNewOrchestrationInstanceAsync(
                nameof(RunReevaluation), new ReevaluationStep(backtestId),
                new StartOrchestrationOptions($"reevaluation-{backtestId}").WithDedupeStatuses(InstanceStatuses.NotEnded),
                CancellationToken.None);
        }
        catch (OrchestrationAlreadyExistsException)
        {
            // It runs.
        }
    }
}
