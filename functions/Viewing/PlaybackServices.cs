using Microsoft.Extensions.DependencyInjection;

namespace VideoGate.Viewing;

public static class PlaybackServices
{
    public static IServiceCollection AddViewing(this IServiceCollection services)
    {
        services.AddOptions<PlaybackOptions>().BindConfiguration(PlaybackOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        return services;
    }
}
