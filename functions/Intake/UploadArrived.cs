using Azure.Storage.Blobs;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using VideoGate.Storage;

namespace VideoGate.Intake;

/// <summary>A video landed in <c>uploads</c>. Events come at least once, and in any order.</summary>
public sealed class UploadArrived(CaseStarter starter)
{
    /// <param name="blob">
    /// Bound as a client so that the video is not downloaded; its own address may have lost a <c>..</c>, so the name counts.
    /// </param>
    [Function(nameof(UploadArrived))]
    public Task RunAsync(
        [BlobTrigger($"{Containers.Uploads}/{{name}}", Source = BlobTriggerSource.EventGrid, Connection = "IntakeStorage")] BlobClient blob,
        string name,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken) =>
        starter.StartAsync(client, name, version: null, poisoned: false, cancellationToken);
}
