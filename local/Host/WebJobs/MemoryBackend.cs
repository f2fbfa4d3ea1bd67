using DurableTask.Core;
using Microsoft.Azure.WebJobs.Extensions.DurableTask;
using Microsoft.DurableTask.Testing.Sidecar;

namespace VideoGate.Local.Host.WebJobs;

/// <summary>
/// The storage provider <c>memory</c>: Microsoft's engine in Microsoft.DurableTask.InProcessTestHost under the Durable extension. For tests
/// without process kills: its state ends with the process.
/// </summary>
/// <param name="activities">Number of activities that run at a time; by itself the engine takes the number of processors.</param>
internal sealed class MemoryBackend(ILoggerFactory loggers, int activities) : IDurabilityProviderFactory
{
    private readonly MemoryProvider _provider = new(new MemoryService(loggers, activities));

    public string Name => "memory";

    public DurabilityProvider GetDurabilityProvider() => _provider;

    public DurabilityProvider GetDurabilityProvider(DurableClientAttribute attribute) => _provider;

    public void SetUseSeparateQueueForEntityWorkItems(bool newValue)
    {
    }

    /// <summary>Drops events for unknown instances, as Azure Storage does. Microsoft's engine fails on each and then rests.</summary>
    private sealed class MemoryService(ILoggerFactory loggers, int activities)
        : InMemoryOrchestrationService(loggers), IOrchestrationService, IOrchestrationServiceClient
    {
        int IOrchestrationService.MaxConcurrentTaskActivityWorkItems => activities;

        async Task IOrchestrationServiceClient.SendTaskOrchestrationMessageAsync(TaskMessage message)
        {
            if (await GetOrchestrationStateAsync(message.OrchestrationInstance.InstanceId, executionId: null) is not null)
            {
                await SendTaskOrchestrationMessageAsync(message);
            }
        }
    }

    private sealed class MemoryProvider(MemoryService service) : DurabilityProvider("memory", service, service, "AzureWebJobsStorage")
    {
        public override bool GuaranteesOrderedDelivery => true;

        public override void SetUseSeparateQueueForEntityWorkItems(bool newValue)
        {
        }

        public override async Task<IList<OrchestrationState>> GetOrchestrationStateWithInputsAsync(
            string instanceId, bool showInput = true) =>
            await service.GetOrchestrationStateAsync(instanceId, executionId: null) is { } state ? [state] : [];
    }
}
