using Microsoft.Extensions.DependencyInjection;
using VideoGate.Audit;
using VideoGate.Audit.Verification;
using VideoGate.Reporting.Decisions;
using VideoGate.Reporting.Metrics;

namespace VideoGate.Reporting;

public static class ReportingServices
{
    /// <summary>Adds metrics, exports and statements; requires the blob storage, the cases, their audit logs and the policies.</summary>
    public static IServiceCollection AddReporting(this IServiceCollection services) => services
        .AddMetrics()
        .AddSingleton<DecisionIndex>()
        .AddSingleton<IAuditObserver>(provider => provider.GetRequiredService<DecisionIndex>())
        .AddSingleton<ICaseIndex>(provider => provider.GetRequiredService<DecisionIndex>())
        .AddSingleton<ReviewFigures>()
        .AddSingleton<ReviewMetrics>();
}
