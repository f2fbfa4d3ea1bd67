using Microsoft.Extensions.DependencyInjection;

namespace VideoGate.TrustLists;

public static class TrustListServices
{
    /// <summary>Adds <see cref="TrustListStore"/>, configured by section <c>TrustLists</c>; requires the blob storage.</summary>
    public static IServiceCollection AddTrustLists(this IServiceCollection services)
    {
        services.AddValidated<TrustListOptions, TrustListOptionsValidation>(TrustListOptions.Section);
        return services
            .AddMetrics()
            .AddSingleton<TrustListMetrics>()
            .AddSingleton<TrustListSource>()
            .AddSingleton<TrustListStore>();
    }
}
