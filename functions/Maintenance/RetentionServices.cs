using Microsoft.Extensions.DependencyInjection;
using VideoGate.Maintenance.Retention;

namespace VideoGate.Maintenance;

public static class RetentionServices
{
    /// <summary>Adds the retention of completed orchestrations; requires the cases.</summary>
    public static IServiceCollection AddRetention(this IServiceCollection services)
    {
        services.AddValidated<RetentionOptions>(RetentionOptions.Section);
        return services.AddSingleton<CaseRetention>();
    }
}
