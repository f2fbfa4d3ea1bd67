using Microsoft.Extensions.DependencyInjection;

namespace VideoGate.Viewing;

public static class ViewingServices
{
    public static IServiceCollection AddViewing(this IServiceCollection services)
    {
        services.AddOptions<ViewingOptions>().BindConfiguration(ViewingOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        return services;
    }
}
