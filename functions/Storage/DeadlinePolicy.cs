using Azure.Core;
using Azure.Core.Pipeline;

namespace VideoGate.Storage;

/// <summary>Holds each attempt of a storage call to the <see cref="StorageDeadline"/> of its request.</summary>
internal sealed class DeadlinePolicy : HttpPipelinePolicy
{
    private const string CallBegan = nameof(DeadlinePolicy);
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(1);

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        if (Limit(message))
        {
            try
            {
                await ProcessNextAsync(message, pipeline);
            }
            catch (OperationCanceledException late) when (!message.CancellationToken.IsCancellationRequested)
            {
                throw Late(late);
            }
        }
        else
        {
            await ProcessNextAsync(message, pipeline);
        }
    }

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        _ = Limit(message);
        ProcessNext(message, pipeline);
    }

    /// <returns>False if the call has no deadline.</returns>
    /// <exception cref="StorageOutageException">The deadline has passed; it ends the retries too.</exception>
    private static bool Limit(HttpMessage message)
    {
        if (StorageDeadline.Current is not { } deadline)
        {
            return false;
        }

        if (!message.TryGetProperty(CallBegan, out var began))
        {
            message.SetProperty(CallBegan, began = deadline.Now());
        }

        if (deadline.Remaining((long)began!) is not { } remaining)
        {
            message.NetworkTimeout = null;
            return false;
        }

        message.NetworkTimeout = remaining >= Shortest ? remaining : throw Late(new TimeoutException());
        return true;
    }

    private static StorageOutageException Late(Exception cause) => new("Storage does not answer in time.", cause);
}
