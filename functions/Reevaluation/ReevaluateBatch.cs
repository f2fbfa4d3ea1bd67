using System.Text.Json;
using AiLabels.Reports;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Options;
using VideoGate.Cases;
using VideoGate.Policies;
using VideoGate.Policies.Backtests;
using VideoGate.Publishing;
using VideoGate.Review.Steps;
using VideoGate.Storage;

namespace VideoGate.Reevaluation;

/// <summary>
/// Decides the cases of one page again, until the page ends or as many were changed as the settings allow in a minute. Idempotent: a case
/// that an interrupted attempt changed is found changed.
/// </summary>
public sealed class ReevaluateBatch(
    CaseStore cases, LoadedPolicies policies, BacktestStore backtests, ReviewChanges changes, RedecisionSteps steps, StorageClock clock,
    IOptions<ReevaluationOptions> options, IOptions<LabellingOptions> labelling, TimeProvider time)
{
    private const int PageSize = 200;

    [Function(nameof(ReevaluateBatch))]
    public async Task<ReevaluationPause> RunAsync(
        [ActivityTrigger] ReevaluationStep input, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(input);
        var stored = await backtests.GetAsync(input.BacktestId, cancellationToken)
            ?? throw new InvalidOperationException($"There is no backtest '{input.BacktestId}'.");
        if (stored.Value.Backtest.Application is not { State: BacktestApplicationState.Applying } application)
        {
            return new(Until: null);
        }

        var (next, changed) = input.Failure is { } failure
            ? (Ended(stored.Value, application with { State = BacktestApplicationState.Failed, Failure = failure }), 0)
            : await AdvanceAsync(stored.Value, application, client, cancellationToken);
        await backtests.ReplaceAsync(stored, next, cancellationToken);
        var now = time.GetUtcNow();
        return new(next.Backtest.Application!.State is not BacktestApplicationState.Applying ? null
            : now + (changed * TimeSpan.FromMinutes(1) / options.Value.CasesPerMinute));
    }

    private async Task<(BacktestProgress Next, int Changed)> AdvanceAsync(
        BacktestProgress progress, BacktestApplication application, DurableTaskClient client, CancellationToken cancellationToken)
    {
        var at = progress.Applied ?? new();
        var page = await cases.ListPageAsync(at.Page, PageSize, cancellationToken);
        var order = new ReevaluationOrder(
            progress.Backtest.BacktestId, application.RequestedBy, application.Quarantine, labelling.Value.HasCode);
        var effects = new SortedDictionary<string, int>(application.Effects.ToDictionary(), StringComparer.Ordinal);
        var (seen, changed, last) = (application.Seen, 0, at.After);
        var scope = progress.Backtest.Scope;
        foreach (var caseId in page.CaseIds.Where(id => at.After is null || string.CompareOrdinal(id, at.After) > 0))
        {
            if (seen == scope.Limit || changed == options.Value.CasesPerMinute)
            {
                break;
            }

            var effect = await DecideAsync(caseId, scope, order, client, cancellationToken);
            effects[CamelCase.Name(effect)] = effects.GetValueOrDefault(CamelCase.Name(effect)) + 1;
            (seen, last) = (seen + 1, caseId);
            changed += effect > ReevaluationEffect.Broken ? 1 : 0;
        }

        var isPageDone = page.CaseIds is [] || last == page.CaseIds[^1];
        application = application with { Seen = seen, Effects = effects };
        return (isPageDone && page.Next is null) || seen == scope.Limit
            ? (Ended(progress, application with { State = BacktestApplicationState.Applied }), changed)
            : (progress with
            {
                Applied = isPageDone ? new(page.Next) : new(at.Page, last),
                Backtest = progress.Backtest with { Application = application },
            }, changed);
    }

    private async Task<ReevaluationEffect> DecideAsync(
        string caseId, BacktestScope scope, ReevaluationOrder order, DurableTaskClient client, CancellationToken cancellationToken)
    {
        if (await ReadAsync(caseId, cancellationToken) is not { Case.Decision: { } decision } current
            || (!ReevaluationRules.IsDone(current.Case, order) && !scope.Admits(decision)))
        {
            return ReevaluationEffect.Unchanged;
        }

        Policy[] asked = [policies.Active, .. policies.LawsFor(current.Case.Submission.Jurisdictions ?? [])];
        var result = await changes.ApplyAsync(
            current, stored => ReevaluationRules.Judge(stored, asked, order, clock.Earliest()), cancellationToken);
        if (result.Stored is not { Case: var known })
        {
            return ReevaluationEffect.Broken;
        }

        var effect = ReevaluationRules.EffectOf(known, order);
        if (effect > ReevaluationEffect.Broken)
        {
            await steps.FollowAsync(client, known);
        }

        return effect;
    }

    /// <returns>The case, or null if it was removed or cannot be read.</returns>
    private async Task<StoredCase?> ReadAsync(string caseId, CancellationToken cancellationToken)
    {
        try
        {
            return await cases.GetAsync(caseId, cancellationToken);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private BacktestProgress Ended(BacktestProgress progress, BacktestApplication application) => progress with
    {
        Applied = null,
        Backtest = progress.Backtest with { Application = application with { CompletedAt = time.GetUtcNow() } },
    };
}
