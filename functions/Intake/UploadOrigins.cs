using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using VideoGate.Access;
using VideoGate.Storage;

namespace VideoGate.Intake;

/// <summary>
/// Lets browsers write uploads on this machine, where the app creates its containers; in Azure <c>infra/</c> sets the same rule.
/// </summary>
internal sealed class UploadOrigins(
    BlobStorage storage, IOptions<StorageOptions> options, IOptions<CorsOptions> cors, IConfiguration configuration)
    : IHostedLifecycleService
{
    private const int TwoHours = 7200;

    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        if (!options.Value.CreateContainers)
        {
            return;
        }

        var origins = cors.Value.AllowedOrigins.Concat(OfThisMachine(configuration["WEBSITE_HOSTNAME"])).Distinct();
        var rule = new BlobCorsRule
        {
            AllowedOrigins = string.Join(',', origins),
            AllowedMethods = "PUT",
            AllowedHeaders = "content-type,x-ms-blob-type",
            ExposedHeaders = "x-ms-request-id",
            MaxAgeInSeconds = TwoHours,
        };
        var service = storage.Container(Containers.Uploads).GetParentBlobServiceClient();
        BlobServiceProperties properties = await service.GetPropertiesAsync(cancellationToken);
        properties.Cors = [rule];
        await service.SetPropertiesAsync(properties, cancellationToken);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    // The console itself: people call this machine by either name.
    private static IEnumerable<string> OfThisMachine(string? host) =>
        Uri.TryCreate($"http://{host}", UriKind.Absolute, out var own) && own.IsLoopback
            ? [$"http://localhost:{own.Port}", $"http://127.0.0.1:{own.Port}"]
            : [];
}
