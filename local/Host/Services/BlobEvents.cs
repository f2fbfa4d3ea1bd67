using System.Text;
using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using VideoGate.Local.Host.Http;
using VideoGate.Local.Host.Settings;
using VideoGate.Local.Host.WebJobs;
using VideoGate.Local.Host.Worker;

namespace VideoGate.Local.Host.Services;

/// <summary>
/// Replaces Event Grid: Azurite sends no events, so this lists the containers that blob functions watch and posts new blobs to the blob
/// extension's webhook. Delivery is at least once, as in Event Grid. https://learn.microsoft.com/azure/event-grid/event-schema-blob-storage
/// </summary>
internal sealed class BlobEvents : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    private readonly BlobContainerClient _container;
    private readonly Uri _webhook;
    private readonly Func<Task<string?>> _key;
    private readonly ILogger<BlobEvents> _logger;
    private readonly HttpClient _http = new();

    private BlobEvents(BlobContainerClient container, Uri webhook, Func<Task<string?>> key, ILogger<BlobEvents> logger) =>
        (_container, _webhook, _key, _logger) = (container, webhook, key, logger);

    /// <summary>Creates one watcher for each function with an Event Grid blob trigger.</summary>
    /// <param name="host">Address of the host.</param>
    /// <param name="key">The system key of the blob extension; null if the host requires none.</param>
    public static IEnumerable<BlobEvents> For(
        IReadOnlyList<FunctionMetadata> functions, HostSettings settings, Uri host, Func<Task<string?>> key, ILoggerFactory loggers)
    {
        foreach (var function in functions)
        {
            if (function.Trigger("blobTrigger") is not { } trigger || FunctionMetadata.Text(trigger, "source") != "EventGrid")
            {
                continue;
            }

            var storage = settings.Connection(FunctionMetadata.Text(trigger, "connection") ?? "AzureWebJobsStorage");
            var container = new BlobContainerClient(storage, FunctionMetadata.Text(trigger, "path")!.Split('/')[0]);
            var webhook = new Uri(host, $"{Webhooks.Path}/blobs?functionName={EmittedFunctions.TypeName}.{function.Name}");
            yield return new BlobEvents(container, webhook, key, loggers.CreateLogger<BlobEvents>());
        }
    }

    public override void Dispose()
    {
        _http.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        IReadOnlyDictionary<string, ETag> reported = new Dictionary<string, ETag>();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                reported = await ReportAsync(reported, stoppingToken);
            }
            catch (RequestFailedException exception) when (exception.ErrorCode == BlobErrorCode.ContainerNotFound)
            {
                // The app creates the container when it starts.
            }
            catch (Exception exception) when (exception is RequestFailedException or AggregateException or HttpRequestException)
            {
                _logger.LogWarning("Blobs of {Container} are not reported: {Reason}", _container.Name, exception.Message.Split('\n', 2)[0]);
            }

            await Task.Delay(Interval, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <returns>The versions that now exist, all reported.</returns>
    private async Task<IReadOnlyDictionary<string, ETag>> ReportAsync(
        IReadOnlyDictionary<string, ETag> reported, CancellationToken cancellationToken)
    {
        var present = new Dictionary<string, ETag>();
        await foreach (var blob in _container.GetBlobsAsync(cancellationToken: cancellationToken))
        {
            var version = blob.Properties.ETag!.Value;
            if (!reported.TryGetValue(blob.Name, out var known) || known != version)
            {
                await PostAsync(blob, cancellationToken);
            }

            present[blob.Name] = version;
        }

        return present;
    }

    private async Task PostAsync(BlobItem blob, CancellationToken cancellationToken)
    {
        object[] events =
        [
            new
            {
                topic = $"/blobServices/default/containers/{_container.Name}",
                subject = $"/blobServices/default/containers/{_container.Name}/blobs/{blob.Name}",
                eventType = "Microsoft.Storage.BlobCreated",
                id = Guid.NewGuid(),
                eventTime = DateTimeOffset.UtcNow,
                dataVersion = "",
                metadataVersion = "1",
                data = new
                {
                    api = "PutBlob",
                    eTag = blob.Properties.ETag!.Value.ToString(), // Without quotes, as in Event Grid.
                    contentType = blob.Properties.ContentType,
                    contentLength = blob.Properties.ContentLength,
                    blobType = "BlockBlob",
                    url = _container.GetBlobClient(blob.Name).Uri,
                },
            },
        ];
        using var request =
            new HttpRequestMessage(HttpMethod.Post,
                _webhook)
            { Content = new StringContent(JsonSerializer.Serialize(events), Encoding.UTF8, "application/json") };
        request.Headers.Add("aeg-event-type", "Notification");
        if (await _key() is { } key)
        {
            request.Headers.Add("x-functions-key", key);
        }

        using var response = await _http.SendAsync(request, cancellationToken);
        response.EnsureSuccessStatusCode();
    }
}
