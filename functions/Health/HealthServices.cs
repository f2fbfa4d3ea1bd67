using Microsoft.Extensions.DependencyInjection;

namespace Serverless.Health;

public static class HealthServices
{
    /// <summary>Needs everything that it asks about: storage, policies, trust lists.</summary>
    public static IServiceCollection AddHealth(this IServiceCollection services) => services
        .AddSingleton<StorageProbe>()
        .AddSingleton<ProgramProbe>()
        .AddSingleton<TrustListProbe>()
        .AddSingleton<PolicyProbe>()
        .AddSingleton<Readiness>()
        .AddHostedService(provider => provider.GetRequiredService<ProgramProbe>());
}
