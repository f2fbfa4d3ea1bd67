using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Specialized;
using Microsoft.Azure.Functions.Worker;

namespace HostApp;

public static class Triggered
{
    [Function(nameof(Tick))]
    public static async Task Tick([TimerTrigger("%Tick:Schedule%")] TimerInfo timer, CancellationToken cancellationToken)
    {
        var ticks = new AppendBlobClient(Environment.GetEnvironmentVariable("AzureWebJobsStorage"), "ticks", "ticks");
        await ticks.GetParentBlobContainerClient().CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        await ticks.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        using var line = new MemoryStream(System.Text.Encoding.UTF8.GetBytes($"{Environment.ProcessId}\n"));
        await ticks.AppendBlockAsync(line, cancellationToken: cancellationToken);
    }

    [Function(nameof(Arrived))]
    public static void Arrived(
        [BlobTrigger("arrivals/{name}", Source = BlobTriggerSource.EventGrid, Connection = "AzureWebJobsStorage")] BlobClient blob,
            string name) =>
        Markers.Append("arrivals", $"{name} {blob.Name}");
}
