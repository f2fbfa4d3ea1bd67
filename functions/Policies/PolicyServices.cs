using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace VideoGate.Policies;

public static class PolicyServices
{
    /// <summary>
    /// Adds <see cref="LoadedPolicies"/> and <see cref="PolicyArchive"/>; an invalid policy prevents the start. Requires the blob storage.
    /// </summary>
    public static IServiceCollection AddPolicies(this IServiceCollection services)
    {
        services.AddValidated<PoliciesOptions>(PoliciesOptions.Section);
        return services
            .AddSingleton<LoadedPolicies>()
            .AddSingleton<PolicyArchive>()
            .AddHostedService<PolicyKeeping>();
    }

    /// <summary>Archives the loaded policies at startup, before a case can pin one.</summary>
    private sealed class PolicyKeeping(PolicyArchive policies) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => policies.KeepAsync(cancellationToken);

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
