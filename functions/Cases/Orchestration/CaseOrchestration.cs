using DurableTask.Core.Exceptions;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace VideoGate.Cases.Orchestration;

/// <summary>The one door to the orchestrations of cases: their ids, and how one is started or woken.</summary>
public static class CaseOrchestration
{
    /// <summary>Name of the orchestrator.</summary>
    public const string Name = "ModerateVideo";

    /// <summary>Event that wakes an orchestration that waits. It carries no data: the state in storage counts.</summary>
    public const string Decided = "ReviewDecided";

    /// <summary>Gets the id of the orchestration that carries a case from its upload on.</summary>
    public static string IdOf(string caseId) => caseId;

    /// <summary>Gets the id of the orchestration that carries a review that was reopened after the first orchestration ended.</summary>
    /// <param name="round">The round of the review, from 2.</param>
    public static string IdOf(string caseId, int round) => $"{caseId}-round{round}";

    /// <summary>Gets the id of the orchestration that carries the case at present.</summary>
    public static string IdOf(ModerationCase current)
    {
        ArgumentNullException.ThrowIfNull(current);
        return current.Review?.Instance ?? IdOf(current.CaseId);
    }

    /// <returns>The case that an instance carries; null if it carries none.</returns>
    public static string? CaseIdOf(string instanceId)
    {
        ArgumentNullException.ThrowIfNull(instanceId);
        return instanceId.Split('-', 2)[0] is var first && CaseId.IsValid(first) ? first : null;
    }

    /// <summary>Starts an orchestration unless one of its id exists already.</summary>
    /// <param name="replaceEnded">Whether one that has ended is replaced; otherwise an id is used once.</param>
    /// <returns>False if one of this id exists.</returns>
    public static async Task<bool> StartAsync(
        DurableTaskClient client, string instanceId, ModerationRequest request, bool replaceEnded, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(client);
        var options = new StartOrchestrationOptions(instanceId)
            .WithDedupeStatuses(replaceEnded ? InstanceStatuses.NotEnded : InstanceStatuses.Every);
        try
        {
            await client.ScheduleNewOrchestrationInstanceAsync(Name, request, options, cancellationToken);
            return true;
        }
        catch (OrchestrationAlreadyExistsException)
        {
            return false;
        }
    }

    /// <summary>Wakes the orchestration that carries the case.</summary>
    public static Task WakeAsync(DurableTaskClient client, ModerationCase changed)
    {
        ArgumentNullException.ThrowIfNull(client);
        return client.RaiseEventAsync(IdOf(changed), Decided, CancellationToken.None);
    }
}
