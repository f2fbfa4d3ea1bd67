using Microsoft.Extensions.DependencyInjection;

namespace VideoGate.Takedowns;

public static class TakedownServices
{
    /// <summary>Adds orders to take published videos down; requires the review.</summary>
    public static IServiceCollection AddTakedowns(this IServiceCollection services)
    {
        // Unreadable kinds prevent the start.
        _ = TakedownKinds.All;
        return services
            .AddSingleton<TakedownIndex>()
            .AddSingleton<TakedownStarter>()
            .AddSingleton<IdenticalCopies>()
            .AddSingleton<TakedownHandler>();
    }
}
