using Microsoft.Extensions.DependencyInjection;

namespace VideoGate.Disclosures;

public static class DisclosureServices
{
    /// <summary>Adds the settings of the disclosure page; requires the case store.</summary>
    public static IServiceCollection AddDisclosures(this IServiceCollection services)
    {
        services.AddValidated<DisclosureOptions>(DisclosureOptions.Section);
        return services;
    }
}
