using AiLabels.Pixels.Programs;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace VideoGate.Moderation;

/// <summary>Applies <see cref="DecodingOptions.RequireContainment"/> to this process before any video is decoded.</summary>
internal sealed class ContainmentRequirement(IOptions<DecodingOptions> options) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken)
    {
        if (options.Value.RequireContainment)
        {
            Containment.Require();
        }

        return Task.CompletedTask;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
