using Azure.Storage.Blobs;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using VideoGate.Storage;

namespace VideoGate.Intake;

/// <summary>Handles a video that arrived in <c>uploads</c>. Events are delivered at least once and in any order.</summary>
public sealed class UploadArrived(CaseStarter starter)
{
    /// <param name="blob">
    /// Bound as a client to avoid a download; its URI may have lost a <c>..</c>, therefore only the name is used.
    /// </param>
    [Function(nameof(UploadArrived))]
    public Task RunAsync(
        [BlobTrigger($"{Containers.Uploads}/{{name}}", Source = BlobTriggerSource.EventGrid, Connection = "IntakeStorage")] BlobClient blob,
        string name,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken) =>
        starter.StartAsync(client, name, version: null, poisoned: false, cancellationToken);
}
