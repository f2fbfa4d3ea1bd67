using Microsoft.Extensions.DependencyInjection;

namespace VideoGate.Erasures;

public static class ErasureServices
{
    /// <summary>Adds the erasure of uploaders' personal data; requires the cases, publishing and webhooks.</summary>
    public static IServiceCollection AddErasures(this IServiceCollection services)
    {
        services.AddValidated<ErasureOptions>(ErasureOptions.Section);
        return services
            .AddSingleton<ErasureStore>()
            .AddSingleton<ErasureGuard>()
            .AddSingleton<CaseHistories>()
            .AddSingleton<CaseVideos>()
            .AddSingleton<CaseEraser>()
            .AddSingleton<UploaderEraser>();
    }
}
