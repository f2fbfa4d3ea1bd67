using Microsoft.Extensions.DependencyInjection;

namespace VideoGate.LibraryImports;

public static class ImportServices
{
    /// <summary>Adds imports of published videos; requires the cases and the blob storage.</summary>
    public static IServiceCollection AddImports(this IServiceCollection services)
    {
        services.AddValidated<ImportOptions>(ImportOptions.Section);
        return services
            .AddSingleton<ImportStore>()
            .AddSingleton<ImportSource>()
            .AddSingleton<ImportedCases>()
            .AddSingleton<ImportChanges>();
    }
}
