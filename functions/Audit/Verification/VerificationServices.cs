using Microsoft.Extensions.DependencyInjection;

namespace VideoGate.Audit.Verification;

public static class VerificationServices
{
    /// <summary>Adds the nightly verification of audit logs; requires the logs, their manifests and the cases.</summary>
    public static IServiceCollection AddAuditVerification(this IServiceCollection services) => services
        .AddSingleton<ICaseIndex, RelatedCasesIndex>()
        .AddSingleton<AuditVerifier>();
}
