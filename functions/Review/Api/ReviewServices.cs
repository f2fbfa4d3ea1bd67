using Microsoft.Extensions.DependencyInjection;
using VideoGate.Audit.Verification;
using VideoGate.Review.Queue;
using VideoGate.Review.Steps;

namespace VideoGate.Review.Api;

public static class ReviewServices
{
    /// <summary>Adds review operations and appeals; requires the cases and the audit log.</summary>
    public static IServiceCollection AddReview(this IServiceCollection services)
    {
        services.AddValidated<ReviewOptions>(ReviewOptions.Section);
        return services
            .AddSingleton<ReviewQueueProjection>()
            .AddSingleton<ICaseIndex, ReviewQueueIndex>()
            .AddSingleton<QueueSnapshots>()
            .AddSingleton<ExpiryLimit>()
            .AddSingleton<ReviewChanges>()
            .AddSingleton<RoundStarter>()
            .AddSingleton<RedecisionSteps>()
            .AddSingleton<ReviewCommandHandler>();
    }
}
