using Microsoft.Extensions.DependencyInjection;
using VideoGate.Audit.Verification;

namespace VideoGate.Audit;

public static class AuditServices
{
    /// <summary>Adds the logs, what writes to them and what verifies them; needs the blob storage and the cases.</summary>
    public static IServiceCollection AddAudit(this IServiceCollection services) => services
        .AddMetrics()
        .AddSingleton<AuditMetrics>()
        .AddSingleton<AuditLog>()
        .AddSingleton<CaseJournal>()
        .AddSingleton<AuditVerifier>();
}
