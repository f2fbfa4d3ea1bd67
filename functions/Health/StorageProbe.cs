using System.Globalization;
using Azure;
using VideoGate.Storage;

namespace VideoGate.Health;

/// <summary>Checks whether the storage accounts respond.</summary>
public sealed class StorageProbe(BlobStorage storage)
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(3);

    // One container per account that may be configured.
    private static readonly string[] Probed = [Containers.Uploads, Containers.Published, Containers.Audit];

    internal Task<HealthCheck[]> CheckAsync() => Task.WhenAll(Probed.Select(CheckAsync));

    private async Task<HealthCheck> CheckAsync(string container)
    {
        var name = $"storage/{container}";
        using var deadline = new CancellationTokenSource(Timeout);
        try
        {
            return await storage.Container(container).ExistsAsync(deadline.Token)
                ? HealthCheck.Ok(name, "The account answers and has the container.")
                : HealthCheck.Unavailable(
                    name, "The account has no such container.",
                    "Deploy infra/ again, which creates it; on a machine of your own set Storage__CreateContainers=true.");
        }
        catch (RequestFailedException exception) when (exception.Status is 401 or 403)
        {
            return HealthCheck.Unavailable(
                name, string.Create(CultureInfo.InvariantCulture, $"The account answered {exception.Status}."),
                "Give the app's identity its role on the container (infra/modules/access.bicep).");
        }
        catch (Exception exception) when (exception is RequestFailedException or AggregateException or OperationCanceledException)
        {
            return HealthCheck.Unavailable(
                name, $"The account does not answer within {Timeout.TotalSeconds} seconds.",
                "Look at the account's connection setting, its firewall and private endpoint, and the status of the service.");
        }
    }
}
