using System.Globalization;
using Azure;
using VideoGate.Storage;

namespace VideoGate.Health;

/// <summary>Checks every container; an account that does not answer is not an absent container.</summary>
public sealed class StorageProbe(BlobStorage storage)
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(3);

    internal Task<HealthCheck[]> CheckAsync() => Task.WhenAll(Containers.All.Select(CheckAsync));

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
                    "Deploy infra/ again, which creates it; on your own machine set Storage__CreateContainers=true.");
        }
        catch (RequestFailedException exception) when (exception.Status is 401 or 403)
        {
            return HealthCheck.Unavailable(
                name, string.Create(CultureInfo.InvariantCulture, $"The account answered {exception.Status}."),
                "Assign the app's identity its role on the container (infra/modules/access.bicep).");
        }
        catch (OperationCanceledException)
        {
            return HealthCheck.Unavailable(
                name, $"The account does not answer within {Timeout.TotalSeconds} seconds; whether the container exists is unknown.",
                "Check the status of the service and the load of the account, its firewall and private endpoint.");
        }
        catch (Exception exception) when (exception is RequestFailedException or AggregateException)
        {
            return HealthCheck.Unavailable(
                name, "The account cannot be reached, or answers with an error; whether the container exists is unknown.",
                "Check the account's connection setting, its firewall and private endpoint, and the status of the service.");
        }
    }
}
