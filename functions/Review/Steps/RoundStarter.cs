using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using VideoGate.Cases;
using VideoGate.Cases.Orchestration;
using VideoGate.Telemetry;

namespace VideoGate.Review.Steps;

/// <summary>Starts the orchestration of a review reopened after the case's own orchestration had ended. Idempotent.</summary>
public sealed partial class RoundStarter(ILogger<RoundStarter> logger)
{
    public async Task StartAsync(DurableTaskClient client, ModerationCase reopened, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(reopened);
        if (reopened.Review?.Instance is not { } instance)
        {
            return;
        }

        using var span = CaseTrace.Join("open round", reopened);
        var request = new ModerationRequest(reopened.Upload, InReview: true, CaseId: reopened.CaseId);
        if (await CaseOrchestration.StartAsync(client, instance, request, replaceEnded: false, cancellationToken))
        {
            Log.Started(logger, reopened.CaseId, instance);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(6201, LogLevel.Information,
            "Case {CaseId}: orchestration {Instance} runs another round.")]
        public static partial void Started(ILogger logger, string caseId, string instance);
    }
}
