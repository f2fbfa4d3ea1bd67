using System.Collections.Concurrent;
using Azure.Storage.Blobs;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Serverless.Tests.Support;
using Worker.Tests.Support;

namespace Worker.Tests.Blobs;

public sealed class BlobOutageTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Storage_AwayAndBack_IsNamedOnceAndWorkResumes()
    {
        await using var azurite = await Azurite.StartNewAsync();
        var container = new BlobContainerClient(azurite.ConnectionString, "uploads");
        await container.CreateAsync();
        var seen = new ConcurrentQueue<string>();
        var builder = RunningApp.Builder(
            _folder.Path, new Dictionary<string, string> { ["AzureWebJobsStorage"] = azurite.ConnectionString }, typeof(Functions));
        builder.Services.AddSingleton(seen);
        await using var app = await RunningApp.StartAsync(builder);

        await container.UploadBlobAsync("before", BinaryData.FromString("1"));
        await Eventually.TrueAsync(() => seen.Contains("before"), "a blob before the outage is handled");
        await azurite.StopAsync();
        await Eventually.TrueAsync(() => Errors(app) > 0, "the outage is named");
        await Task.Delay(TimeSpan.FromSeconds(3));
        await azurite.StartAsync();
        await container.UploadBlobAsync("after", BinaryData.FromString("2"));
        await Eventually.TrueAsync(() => seen.Contains("after"), "a blob after the outage is handled");

        Assert.Equal(1, Errors(app));
        Assert.Equal(["before", "after"], seen);
    }

    private static int Errors(RunningApp app) => app.Log.Entries.Count(entry => entry.Level >= LogLevel.Error);

    public sealed class Functions(ConcurrentQueue<string> seen)
    {
        [Function("OnUpload")]
        public void OnUpload([BlobTrigger("uploads/{name}")] BlobClient blob, string name) => seen.Enqueue(name);
    }
}
