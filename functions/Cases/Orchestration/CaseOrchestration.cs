using DurableTask.Core.Exceptions;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace VideoGate.Cases.Orchestration;

/// <summary>The single entry point to case orchestrations: instance ids, start, and raised events.</summary>
public static class CaseOrchestration
{
    /// <summary>Name of the orchestrator.</summary>
    public const string Name = "ModerateVideo";

    /// <summary>External event that resumes a waiting orchestration. Carries no data: the stored state is authoritative.</summary>
    public const string Decided = "ReviewDecided";

    /// <summary>External event for a case that waits for others of its uploader to be inspected. Carries no data.</summary>
    public const string Turn = "InspectionTurn";

    /// <summary>Gets the id of the orchestration that moderates a case from its upload.</summary>
    public static string IdOf(string caseId) => caseId;

    /// <summary>Gets the id of the orchestration of a review reopened after the first orchestration ended.</summary>
    /// <param name="round">Round of the review, from 2.</param>
    public static string IdOf(string caseId, int round) => $"{caseId}-round{round}";

    /// <summary>Gets the id of the orchestration that currently carries the case.</summary>
    public static string IdOf(ModerationCase current)
    {
        ArgumentNullException.ThrowIfNull(current);
        return current.Review?.Instance ?? IdOf(current.CaseId);
    }

    /// <returns>The case of an instance, or null if the instance carries none.</returns>
    public static string? CaseIdOf(string instanceId)
    {
        ArgumentNullException.ThrowIfNull(instanceId);
        return instanceId.Split('-', 2)[0] is var first && CaseId.IsValid(first) ? first : null;
    }

    /// <summary>Starts an orchestration unless an instance with its id exists.</summary>
    /// <param name="replaceEnded">Whether to replace an instance that has ended; otherwise an id is used only once.</param>
    /// <returns>False if an instance with this id exists.</returns>
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

    /// <summary>Resumes the waiting orchestration of the case.</summary>
    public static Task WakeAsync(DurableTaskClient client, ModerationCase changed)
    {
        ArgumentNullException.ThrowIfNull(client);
        return client.RaiseEventAsync(IdOf(changed), Decided, CancellationToken.None);
    }

    /// <summary>Tells a case that it may be inspected.</summary>
    public static Task TakeTurnAsync(DurableTaskClient client, string caseId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(client);
        return client.RaiseEventAsync(IdOf(caseId), Turn, cancellationToken);
    }
}
