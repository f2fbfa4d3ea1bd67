using Microsoft.Extensions.DependencyInjection;
using VideoGate.Maintenance.Retention;

namespace VideoGate.Maintenance;

public static class RetentionServices
{
    /// <summary>Sets how long finished work is kept; needs the cases.</summary>
    public static IServiceCollection AddRetention(this IServiceCollection services)
    {
        services.AddOptions<RetentionOptions>().BindConfiguration(RetentionOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        return services;
    }
}
