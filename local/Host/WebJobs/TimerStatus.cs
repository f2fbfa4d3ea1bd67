using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Microsoft.Azure.WebJobs.Extensions.Timers;
using Newtonsoft.Json;

namespace VideoGate.Local.Host.WebJobs;

/// <summary>Stores the last run of each timer, to make up missed runs. The extension's own store needs a retired storage SDK.</summary>
internal sealed class TimerStatus(BlobContainerClient container, string hostId) : ScheduleMonitor
{
    public override async Task<ScheduleStatus> GetStatusAsync(string timerName)
    {
        try
        {
            var status = await Blob(timerName).DownloadContentAsync();
            return JsonConvert.DeserializeObject<ScheduleStatus>(status.Value.Content.ToString())!;
        }
        catch (Azure.RequestFailedException exception) when (exception.ErrorCode == BlobErrorCode.BlobNotFound
            || exception.ErrorCode == BlobErrorCode.ContainerNotFound)
        {
            return null!; // The extension treats null as a timer that never ran.
        }
    }

    public override async Task UpdateStatusAsync(string timerName, ScheduleStatus status)
    {
        await container.CreateIfNotExistsAsync();
        await Blob(timerName).UploadAsync(BinaryData.FromString(JsonConvert.SerializeObject(status)), overwrite: true);
    }

    private BlobClient Blob(string timerName) => container.GetBlobClient($"timers/{hostId}/{timerName}/status");
}
