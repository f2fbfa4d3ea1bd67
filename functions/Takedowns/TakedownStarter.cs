using DurableTask.Core.Exceptions;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using VideoGate.Cases;
using VideoGate.Cases.Orchestration;
using VideoGate.Review.Steps;

namespace VideoGate.Takedowns;

/// <summary>Starts, or wakes, what carries an order out. Idempotent.</summary>
public sealed partial class TakedownStarter(RoundStarter rounds, ILogger<TakedownStarter> logger)
{
    /// <summary>External event that resumes a waiting order. Carries no data: the stored state is authoritative.</summary>
    public const string Changed = "TakedownChanged";

    /// <summary>Gets the id of the orchestration of an order.</summary>
    public static string IdOf(string caseId, int number) => $"{caseId}-takedown{number}";

    /// <summary>Starts the orchestration of the case's order; resumes it if it runs.</summary>
    public async Task StartAsync(DurableTaskClient client, ModerationCase ordered, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(ordered);
        if (ordered.Takedown is not { } order)
        {
            return;
        }

        var instance = IdOf(ordered.CaseId, order.Number);
        try
        {
            await client.ScheduleNewOrchestrationInstanceAsync(
                nameof(CarryOutTakedown), new TakedownRequest(ordered.CaseId, order.Number),
                new StartOrchestrationOptions(instance).WithDedupeStatuses(InstanceStatuses.NotEnded), cancellationToken);
        }
        catch (OrchestrationAlreadyExistsException)
        {
            await client.RaiseEventAsync(instance, Changed, CancellationToken.None);
        }
    }

    /// <inheritdoc cref="StartAsync"/>
    /// <remarks>The order is stored: <see cref="ResumeTakedowns"/> starts it later if this fails.</remarks>
    public async Task TryStartAsync(DurableTaskClient client, ModerationCase ordered)
    {
        ArgumentNullException.ThrowIfNull(ordered);
        try
        {
            await StartAsync(client, ordered, CancellationToken.None);
        }
#pragma warning disable CA1031 // Exception types differ between backends, and none of them revokes the order.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Log.NotStarted(logger, ordered.CaseId, exception);
        }
    }

    /// <summary>Starts the round in which the video is moved, or resumes the one that was open.</summary>
    public async Task MoveAsync(DurableTaskClient client, ModerationCase carriedOut, CancellationToken cancellationToken)
    {
        await rounds.StartAsync(client, carriedOut, cancellationToken);
        await CaseOrchestration.WakeAsync(client, carriedOut);
    }

    private static partial class Log
    {
        [LoggerMessage(9304, LogLevel.Warning,
            "Case {CaseId}: the order to take it down is stored, but its orchestration did not start; it starts within minutes.")]
        public static partial void NotStarted(ILogger logger, string caseId, Exception exception);
    }
}
