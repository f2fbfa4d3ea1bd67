using Microsoft.DurableTask.Client;

namespace VideoGate.Health;

/// <summary>Checks whether the backend of the orchestrations answers.</summary>
public sealed class DurableProbe(TaskHub hub)
{
    private const string Name = "durable";

    // No case has such an id: the answer is that there is none, and it is small.
    private const string NoInstance = "health-probe";

    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(3);

    internal async Task<HealthCheck[]> CheckAsync() => [hub.Client is { } client ? await CheckAsync(client) : NotAsked];

    private static HealthCheck NotAsked { get; } =
        HealthCheck.Ok(Name, "The task hub was not asked: no function that uses it has run here since the start.");

    private static async Task<HealthCheck> CheckAsync(DurableTaskClient client)
    {
        using var deadline = new CancellationTokenSource(Timeout);
        try
        {
            // A client may not heed its token while it is connecting.
            await client.GetInstanceAsync(NoInstance, getInputsAndOutputs: false, deadline.Token).WaitAsync(deadline.Token);
            return HealthCheck.Ok(Name, "The task hub answers.");
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // Which exceptions there are depends on the backend.
            return HealthCheck.Unavailable(
                Name, $"The task hub does not answer within {Timeout.TotalSeconds} seconds.",
                    "Look at the scheduler and its hub, the connection setting named in host.json, and the app's role on the hub.");
        }
    }
}
