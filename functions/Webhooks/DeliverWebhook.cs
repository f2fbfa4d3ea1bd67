using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;

namespace VideoGate.Webhooks;

/// <summary>
/// Sends an event to an endpoint until accepted or abandoned. Runs beside the case, which neither waits for it nor fails with it.
/// </summary>
public static partial class DeliverWebhook
{
    private static readonly TaskOptions UntilStorageAnswers = TaskOptions.FromRetryPolicy(new RetryPolicy(
        maxNumberOfAttempts: 100, firstRetryInterval: TimeSpan.FromSeconds(1), backoffCoefficient: 2,
        maxRetryInterval: TimeSpan.FromMinutes(5)));

    /// <returns>Whether the event was accepted.</returns>
    [Function(nameof(DeliverWebhook))]
    public static async Task<bool> RunAsync([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var delivery =
            context.GetInput<WebhookDelivery>()
                ?? throw new InvalidOperationException($"{nameof(DeliverWebhook)} was started without its input.");
        var logger = context.CreateReplaySafeLogger(typeof(DeliverWebhook));
        for (var attempt = 1; ; attempt++)
        {
            var answer = await TryAsync(context, delivery);
            if (answer.Delivered)
            {
                Log.Delivered(logger, delivery.Id, delivery.Type, delivery.CaseId, attempt);
                return true;
            }

            if (answer.Final || DeliverySchedule.WaitAfter(attempt, answer.RetryAfter) is not { } wait)
            {
                Log.Abandoned(logger, delivery.Id, delivery.Type, delivery.CaseId, attempt, answer.Detail);
                await context.CallActivityAsync(
                    nameof(RecordAbandonedWebhook), new AbandonedDelivery(delivery, attempt, answer.Detail), UntilStorageAnswers);
                return false;
            }

            Log.Waits(logger, delivery.Id, delivery.CaseId, attempt, wait, answer.Detail);
            await context.CreateTimer(wait, CancellationToken.None);
        }
    }

    private static async Task<DeliveryAnswer> TryAsync(TaskOrchestrationContext context, WebhookDelivery delivery)
    {
        try
        {
            return await context.CallActivityAsync<DeliveryAnswer>(nameof(SendWebhook), delivery);
        }
        catch (TaskFailedException exception)
        {
            return new(false, exception.FailureDetails.ErrorMessage);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(7001, LogLevel.Information, "Webhook {Id}: {Type} of case {CaseId} was delivered at attempt {Attempt}.")]
        public static partial void Delivered(ILogger logger, string id, string type, string caseId, int attempt);

        [LoggerMessage(7002, LogLevel.Warning,
            "Webhook {Id} of case {CaseId}: attempt {Attempt} failed; the next follows in {Wait}. {Detail}")]
        public static partial void Waits(ILogger logger, string id, string caseId, int attempt, TimeSpan wait, string detail);

        [LoggerMessage(7003, LogLevel.Error, "Webhook {Id}: {Type} of case {CaseId} was abandoned after {Attempts} attempts. {Detail}")]
        public static partial void Abandoned(ILogger logger, string id, string type, string caseId, int attempts, string detail);
    }
}
