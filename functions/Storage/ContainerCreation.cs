using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace VideoGate.Storage;

/// <summary>Creates missing containers before any other startup work if <see cref="StorageOptions.CreateContainers"/> is set.</summary>
internal sealed class ContainerCreation(BlobStorage storage, IOptions<StorageOptions> options) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken) => options.Value.CreateContainers
        ? Task.WhenAll(Containers.All.Select(name => storage.Container(name).CreateIfNotExistsAsync(cancellationToken: cancellationToken)))
        : Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
