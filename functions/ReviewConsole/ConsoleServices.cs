using Microsoft.Extensions.DependencyInjection;

namespace VideoGate.ReviewConsole;

public static class ConsoleServices
{
    /// <summary>Adds the review console; requires the blob storage and the access options. Its files are read once.</summary>
    public static IServiceCollection AddConsole(this IServiceCollection services)
    {
        services.AddValidated<ConsoleOptions>(ConsoleOptions.Section);
        return services.AddSingleton<ConsoleSite>();
    }
}
