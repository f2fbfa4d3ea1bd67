using Microsoft.Extensions.DependencyInjection;

namespace Serverless.Audit;

public static class AuditServices
{
    /// <summary>Adds <see cref="AuditLog"/> and <see cref="CaseJournal"/>; needs the blob storage and the cases.</summary>
    public static IServiceCollection AddAudit(this IServiceCollection services) => services
        .AddMetrics()
        .AddSingleton<AuditMetrics>()
        .AddSingleton<AuditLog>()
        .AddSingleton<CaseJournal>();
}
