using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace VideoGate.TrustLists;

public static class TrustListServices
{
    /// <summary>Adds <see cref="TrustListStore"/>, configured by section <c>TrustLists</c>; requires the blob storage.</summary>
    public static IServiceCollection AddTrustLists(this IServiceCollection services)
    {
        services.AddSingleton<IValidateOptions<TrustListOptions>, TrustListOptionsValidation>();
        services.AddOptions<TrustListOptions>().BindConfiguration(TrustListOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddMetrics()
            .AddSingleton<TrustListMetrics>()
            .AddSingleton<TrustListSource>()
            .AddSingleton<TrustListStore>();
    }
}
