using Microsoft.Extensions.DependencyInjection;

namespace VideoGate.Policies.Backtests;

public static class BacktestServices
{
    /// <summary>Adds backtests; requires the policies, the cases and the blob storage.</summary>
    public static IServiceCollection AddBacktests(this IServiceCollection services) => services.AddSingleton<BacktestStore>();
}
