using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace VideoGate.Health;

public static class HealthServices
{
    /// <summary>Adds the health checks; requires storage, policies and trust lists.</summary>
    public static IServiceCollection AddHealth(this IServiceCollection services) => services
        .AddSingleton<TaskHub>()
        .AddSingleton<HostProbe>()
        .AddSingleton<DurableProbe>()
        .AddSingleton<StorageProbe>()
        .AddSingleton<ProgramProbe>()
        .AddSingleton<TrustListProbe>()
        .AddSingleton<PolicyProbe>()
        .AddSingleton<SigningProbe>()
        .AddSingleton<ClockProbe>()
        .AddSingleton<AuditProbe>()
        .AddSingleton<Readiness>()
        .AddHostedService(provider => provider.GetRequiredService<ProgramProbe>());

    /// <summary>Lets the health report query the task hub through the client bound by other functions.</summary>
    public static IFunctionsWorkerApplicationBuilder UseHealth(this IFunctionsWorkerApplicationBuilder builder) =>
        builder.UseMiddleware<TaskHubMiddleware>();
}
