using Microsoft.Extensions.DependencyInjection;

namespace Serverless.Health;

public static class HealthServices
{
    public static IServiceCollection AddHealth(this IServiceCollection services) => services
        .AddSingleton<MediaPrograms>()
        .AddHostedService(provider => provider.GetRequiredService<MediaPrograms>());
}
