using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using VideoGate.Cases;
using VideoGate.Policies;
using VideoGate.Review.Steps;
using VideoGate.Telemetry;

namespace VideoGate.Takedowns;

/// <summary>
/// Reads an order from storage and does what is due: escalation, the decision of the clock, the removal, identical copies.
/// </summary>
public sealed partial class AdvanceTakedown(
    CaseStore cases, PolicyArchive policies, ReviewChanges changes, TakedownStarter starter, IdenticalCopies copies, TakedownIndex index,
    TimeProvider time, ILogger<AdvanceTakedown> logger)
{
    /// <summary>Pause before a case that disagrees with its audit log is compared again.</summary>
    private static readonly TimeSpan BrokenLook = TimeSpan.FromMinutes(10);

    [Function(nameof(AdvanceTakedown))]
    public async Task<TakedownProgress> RunAsync(
        [ActivityTrigger] TakedownRequest input, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(input);
        var stored = await cases.RequireAsync(input.CaseId, cancellationToken);
        var policy = (await policies.GetAsync(stored.Case.Policy, cancellationToken)).Review;
        using var span = CaseTrace.Join("advance takedown", stored.Case);
        if (await ApplyDueAsync(stored, input.Number, policy, cancellationToken) is not { } current)
        {
            return new(time.GetUtcNow() + BrokenLook);
        }

        await changes.FinishAsync(current, cancellationToken);
        if (current.Case.Takedown is not { } order || order.Number != input.Number)
        {
            return new(NextAt: null);
        }

        if (order.State is TakedownState.CarriedOut)
        {
            if (order.RemovedAt is null)
            {
                await starter.MoveAsync(client, current.Case, cancellationToken);
            }

            await copies.TakeDownAsync(client, current, cancellationToken);
        }

        var next = TakedownSchedule.NextAt(order, time.GetUtcNow());
        if (next is null)
        {
            await index.RemoveAsync(input.CaseId, cancellationToken);
        }

        return new(next);
    }

    /// <returns>The case, or null if it and its log disagree.</returns>
    private async Task<StoredCase?> ApplyDueAsync(StoredCase stored, int number, ReviewPolicy policy, CancellationToken cancellationToken)
    {
        while (true)
        {
            var before = stored.Case.Takedown;
            // Not the earlier of two clocks, as for windows of people: an order must not be late.
            var result = await changes.ApplyAsync(
                stored, current => TakedownRules.Advance(current, number, time.GetUtcNow(), policy), cancellationToken);
            if (result.Stored is not { } next)
            {
                return null;
            }

            Tell(next.Case.CaseId, before, next.Case.Takedown);
            if (next.Case.Takedown == before)
            {
                return next;
            }

            stored = next;
        }
    }

    private void Tell(string caseId, Takedown? before, Takedown? order)
    {
        if (order is null || before is null)
        {
            return;
        }

        if (order.EscalatedAt is not null && before.EscalatedAt is null)
        {
            Log.Escalated(logger, caseId, order.Kind, order.DueAt);
        }

        if (order.OverdueAt is not null && before.OverdueAt is null)
        {
            Log.Overdue(logger, caseId, order.Kind, order.DueAt);
        }

        if (order.State is TakedownState.CarriedOut && before.State is TakedownState.Ordered)
        {
            Log.CarriedOut(logger, caseId, order.Kind, order.DueAt);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(9301, LogLevel.Error,
            "Case {CaseId}: half of the clock of an order to take it down ({Kind}) has passed; it must be gone by {DueAt}.")]
        public static partial void Escalated(ILogger logger, string caseId, string kind, DateTimeOffset? dueAt);

        [LoggerMessage(9302, LogLevel.Critical,
            "Case {CaseId}: the clock of an order to take it down ({Kind}) ended at {DueAt}, and it is still published.")]
        public static partial void Overdue(ILogger logger, string caseId, string kind, DateTimeOffset? dueAt);

        [LoggerMessage(9303, LogLevel.Warning,
            "Case {CaseId}: an order to take it down ({Kind}) was not decided in time; the clock, until {DueAt}, carries it out.")]
        public static partial void CarriedOut(ILogger logger, string caseId, string kind, DateTimeOffset? dueAt);
    }
}
