using Microsoft.Extensions.DependencyInjection;

namespace VideoGate.Audit;

public static class AuditServices
{
    /// <summary>Adds the logs and what writes to them; needs the blob storage and the cases.</summary>
    public static IServiceCollection AddAudit(this IServiceCollection services) => services
        .AddMetrics()
        .AddSingleton<AuditMetrics>()
        .AddSingleton<AuditLog>()
        .AddSingleton<CaseJournal>();
}
