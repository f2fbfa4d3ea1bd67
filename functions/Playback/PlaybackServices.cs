using Microsoft.Extensions.DependencyInjection;

namespace VideoGate.Playback;

public static class PlaybackServices
{
    public static IServiceCollection AddPlayback(this IServiceCollection services)
    {
        services.AddOptions<PlaybackOptions>().BindConfiguration(PlaybackOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        return services;
    }
}
