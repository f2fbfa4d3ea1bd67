using Microsoft.Extensions.DependencyInjection;
using VideoGate.Settings;

namespace VideoGate.Audit;

public static class AuditServices
{
    /// <summary>Adds the audit logs and their writers; requires the blob storage and the cases.</summary>
    public static IServiceCollection AddAudit(this IServiceCollection services)
    {
        services.AddValidated<AuditOptions, AuditOptionsValidation>(AuditOptions.Section);
        return services
            .AddMetrics()
            .AddSingleton<AuditMetrics>()
            .AddSingleton<AuditSigner>()
            .AddSingleton<AuditLog>()
            .AddSingleton<CaseIntegrity>()
            .AddSingleton<CaseJournal>();
    }
}
