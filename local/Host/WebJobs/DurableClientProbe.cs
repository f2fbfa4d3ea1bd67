using Microsoft.Azure.WebJobs;
using Microsoft.Azure.WebJobs.Extensions.DurableTask;

namespace VideoGate.Local.Host.WebJobs;

/// <summary>
/// A function that nothing triggers, called once to learn what the Durable extension binds to a worker's client: it is the same for every
/// call.
/// </summary>
public static class DurableClientProbe
{
    internal static string? Value { get; private set; }

    [NoAutomaticTrigger, FunctionName(nameof(DurableClientProbe))]
    public static void Run([DurableClient] string client) => Value = client;
}
