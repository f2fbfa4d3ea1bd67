using Microsoft.Extensions.DependencyInjection;

namespace VideoGate.Audit;

public static class AuditServices
{
    /// <summary>Adds the audit logs and their writers; requires the blob storage and the cases.</summary>
    public static IServiceCollection AddAudit(this IServiceCollection services) => services
        .AddMetrics()
        .AddSingleton<AuditMetrics>()
        .AddSingleton<AuditLog>()
        .AddSingleton<CaseJournal>();
}
