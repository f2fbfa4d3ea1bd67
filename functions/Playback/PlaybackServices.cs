using Microsoft.Extensions.DependencyInjection;

namespace VideoGate.Playback;

public static class PlaybackServices
{
    public static IServiceCollection AddPlayback(this IServiceCollection services)
    {
        services.AddValidated<PlaybackOptions>(PlaybackOptions.Section);
        return services;
    }
}
