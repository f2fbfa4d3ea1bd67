using Azure;
using Azure.Storage.Queues.Models;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using VideoGate.Storage;

namespace VideoGate.Intake;

/// <summary>
/// Opens cases for uploads that the blob trigger gave up on: they go to quarantine uninspected.
/// The host's <c>maxDequeueCount</c> does not apply to blob triggers (azure-functions-host issue 8542); such blobs end in this queue.
/// </summary>
public sealed partial class PoisonedUploads(CaseStarter starter, PoisonMessages poisoned, ILogger<PoisonedUploads> logger)
{
    [Function(nameof(PoisonedUploads))]
    public async Task RunAsync(
        [TimerTrigger("0 * * * * *")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken)
    {
        while (await poisoned.ReceiveAsync(cancellationToken) is { Count: > 0 } messages)
        {
            foreach (var message in messages)
            {
                await TakeInAsync(client, message, cancellationToken);
            }
        }
    }

    /// <remarks>Deletes a message only after its case has started; until then the message reappears.</remarks>
    private async Task TakeInAsync(DurableTaskClient client, QueueMessage message, CancellationToken cancellationToken)
    {
        if (PoisonMessage.Parse(message.MessageText) is { ContainerName: Containers.Uploads, BlobName: var name } poison
            && BlobNames.GetError(name) is null)
        {
            var version = poison.ETag is null ? (ETag?)null : new ETag(poison.ETag);
            await starter.StartAsync(client, name, version, poisoned: true, cancellationToken);
        }
        else
        {
            Log.KeptAside(logger, message.MessageId, PoisonMessages.Unreadable);
            await poisoned.KeepAsideAsync(message, cancellationToken);
        }

        await poisoned.DeleteAsync(message, cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(3004, LogLevel.Error,
            "Message {MessageId} about a poisoned upload cannot be parsed; it stays in the queue {Queue}.")]
        public static partial void KeptAside(ILogger logger, string messageId, string queue);
    }
}
