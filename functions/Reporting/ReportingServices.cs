using Microsoft.Extensions.DependencyInjection;
using VideoGate.Audit;
using VideoGate.Reporting.Decisions;
using VideoGate.Reporting.Metrics;

namespace VideoGate.Reporting;

public static class ReportingServices
{
    /// <summary>Adds what leaves the house in numbers and words; needs the blob storage, the cases, their audit and the policies.</summary>
    public static IServiceCollection AddReporting(this IServiceCollection services) => services
        .AddMetrics()
        .AddSingleton<DecisionIndex>()
        .AddSingleton<IAuditObserver>(provider => provider.GetRequiredService<DecisionIndex>())
        .AddSingleton<ReviewFigures>()
        .AddSingleton<ReviewMetrics>();
}
