using Azure.Core;
using Azure.Core.Pipeline;

namespace VideoGate.Storage;

/// <summary>Passes the date of every response to <see cref="StorageClock"/>.</summary>
internal sealed class StorageClockPolicy(StorageClock clock) : HttpPipelineSynchronousPolicy
{
    private const string SentKey = "VideoGate.Sent";

    public override void OnSendingRequest(HttpMessage message) => message.SetProperty(SentKey, clock.Now);

    public override void OnReceivedResponse(HttpMessage message)
    {
        if (message.HasResponse && message.Response.Headers.Date is { } served
            && message.TryGetProperty(SentKey, out var sent) && sent is DateTimeOffset at)
        {
            clock.Observe(served, at);
        }
    }
}
