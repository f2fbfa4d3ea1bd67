using Microsoft.DurableTask.Client;

namespace VideoGate.Health;

/// <summary>Checks whether the orchestration backend responds.</summary>
public sealed class DurableProbe(TaskHub hub)
{
    private const string Name = "durable";

    // Not a valid case id: the backend always reports no such instance, a small response.
    private const string NoInstance = "health-probe";

    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(3);

    internal async Task<HealthCheck[]> CheckAsync() => [hub.Client is { } client ? await CheckAsync(client) : NotAsked];

    private static HealthCheck NotAsked { get; } =
        HealthCheck.Ok(Name, "The task hub was not checked: no function that uses it has run on this instance yet.");

    private static async Task<HealthCheck> CheckAsync(DurableTaskClient client)
    {
        using var deadline = new CancellationTokenSource(Timeout);
        try
        {
            // A client may ignore its cancellation token while it connects.
            await client.GetInstanceAsync(NoInstance, getInputsAndOutputs: false, deadline.Token).WaitAsync(deadline.Token);
            return HealthCheck.Ok(Name, "The task hub answers.");
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // Exception types differ between backends.
            return HealthCheck.Unavailable(
                Name, $"The task hub does not answer within {Timeout.TotalSeconds} seconds.",
                "Check the scheduler and its hub, the connection setting named in host.json, and the app's role on the hub.");
        }
    }
}
