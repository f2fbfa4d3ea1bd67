using Microsoft.Extensions.DependencyInjection;

namespace VideoGate.Detectors;

public static class DetectorServices
{
    /// <summary>Adds external detectors, configured by section <c>Detectors</c>; without any, none is asked.</summary>
    public static IServiceCollection AddDetectors(this IServiceCollection services)
    {
        services.AddValidated<DetectorOptions, DetectorOptionsValidation>(DetectorOptions.Section);
        return services.AddSingleton<DetectorClient>();
    }
}
