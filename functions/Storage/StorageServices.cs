using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace VideoGate.Storage;

public static class StorageServices
{
    /// <summary>Adds <see cref="BlobStorage"/>, configured by section <c>Storage</c> and the connections that it names.</summary>
    public static IServiceCollection AddBlobStorage(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddValidated<StorageOptions, StorageOptionsValidation>(StorageOptions.Section);
        services.AddLogging();
        services.AddSingleton<StorageClock>();
        services.AddSingleton<BlobStorage>();
        services.AddHostedService<ContainerCreation>();
        return services;
    }
}
