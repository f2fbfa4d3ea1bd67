using Microsoft.Azure.WebJobs;
using Microsoft.Azure.WebJobs.Extensions.DurableTask;

namespace VideoGate.Local.Host.WebJobs;

/// <summary>A function without a trigger, called once for the Durable extension's binding of a client, the same for every call.</summary>
public static class DurableClientProbe
{
    internal static string? Value { get; private set; }

    [NoAutomaticTrigger, FunctionName(nameof(DurableClientProbe))]
    public static void Run([DurableClient] string client) => Value = client;
}
