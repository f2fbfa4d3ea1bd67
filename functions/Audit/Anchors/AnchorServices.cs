using Microsoft.Extensions.DependencyInjection;

namespace VideoGate.Audit.Anchors;

public static class AnchorServices
{
    /// <summary>Adds the daily manifests; requires the audit logs.</summary>
    public static IServiceCollection AddAuditAnchors(this IServiceCollection services) => services
        .AddSingleton<AnchorStore>()
        .AddSingleton<AnchorChain>()
        .AddSingleton<AuditAnchorer>();
}
