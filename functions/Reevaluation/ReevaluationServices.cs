using Microsoft.Extensions.DependencyInjection;

namespace VideoGate.Reevaluation;

public static class ReevaluationServices
{
    /// <summary>Adds the application of backtests; requires the backtests and the review.</summary>
    public static IServiceCollection AddReevaluation(this IServiceCollection services)
    {
        services.AddValidated<ReevaluationOptions>(ReevaluationOptions.Section);
        return services;
    }
}
