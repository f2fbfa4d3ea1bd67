using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;

namespace VideoGate.Intake;

/// <summary>The poison queue of the Functions host's blob trigger.</summary>
public sealed class PoisonMessages(QueueServiceClient service)
{
    public const string Name = "webjobs-blobtrigger-poison";

    /// <summary>Queue of unreadable messages, which wait for an operator.</summary>
    public const string Unreadable = "webjobs-blobtrigger-poison-unreadable";

    private const int Batch = 32;

    // Minus one second means no expiry (Queue storage).
    private static readonly TimeSpan Never = TimeSpan.FromSeconds(-1);

    private static readonly TimeSpan Invisible = TimeSpan.FromMinutes(5);

    private readonly QueueClient _queue = service.GetQueueClient(Name);
    private readonly QueueClient _unreadable = service.GetQueueClient(Unreadable);

    /// <returns>The messages; empty if the queue is empty or was never created.</returns>
    public async Task<IReadOnlyList<QueueMessage>> ReceiveAsync(CancellationToken cancellationToken)
    {
        try
        {
            return (await _queue.ReceiveMessagesAsync(Batch, Invisible, cancellationToken)).Value;
        }
        catch (RequestFailedException exception) when (exception.ErrorCode == QueueErrorCode.QueueNotFound)
        {
            return [];
        }
    }

    public async Task KeepAsideAsync(QueueMessage message, CancellationToken cancellationToken)
    {
        await _unreadable.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        await _unreadable.SendMessageAsync(message.MessageText, timeToLive: Never, cancellationToken: cancellationToken);
    }

    public Task DeleteAsync(QueueMessage message, CancellationToken cancellationToken) =>
        _queue.DeleteMessageAsync(message.MessageId, message.PopReceipt, cancellationToken);
}
