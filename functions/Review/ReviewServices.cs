using Microsoft.Extensions.DependencyInjection;

namespace VideoGate.Review;

public static class ReviewServices
{
    /// <summary>Adds what changes reviews; needs the cases and the audit log.</summary>
    public static IServiceCollection AddReview(this IServiceCollection services)
    {
        services.AddOptions<ReviewOptions>().BindConfiguration(ReviewOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddSingleton<ReviewQueueProjection>()
            .AddSingleton<QueueSnapshots>()
            .AddSingleton<ReviewChanges>()
            .AddSingleton<ReviewCommandHandler>();
    }
}
