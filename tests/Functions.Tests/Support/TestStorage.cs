using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using VideoGate.Storage;

namespace VideoGate.Tests.Support;

/// <summary>The app's own storage services, configured for a test's Azurite.</summary>
public static class TestStorage
{
    /// <summary>All containers in one account, created.</summary>
    public static Task<BlobStorage> StartAsync(AzuriteFixture azurite) => StartAsync(azurite.ConnectionString, azurite.ConnectionString);

    public static async Task<BlobStorage> StartAsync(string intake, string publish)
    {
        ArgumentNullException.ThrowIfNull(intake);
        var services = Services(new()
        {
            ["IntakeStorage"] = intake,
            ["PublishStorage"] = publish,
            ["AuditStorage"] = intake,
            ["Storage:CreateContainers"] = "true",
        });
        foreach (var service in services.GetServices<IHostedService>().OfType<IHostedLifecycleService>())
        {
            await service.StartingAsync(CancellationToken.None);
        }

        return services.GetRequiredService<BlobStorage>();
    }

    public static ServiceProvider Services(Dictionary<string, string?> settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        return new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration)
            .AddBlobStorage()
            .BuildServiceProvider();
    }
}
