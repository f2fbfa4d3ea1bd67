using Microsoft.Extensions.DependencyInjection;

namespace VideoGate.Publishing;

public static class LabellingServices
{
    /// <summary>Adds approvals with label, configured by section <c>Labelling</c>.</summary>
    public static IServiceCollection AddLabelling(this IServiceCollection services)
    {
        services.AddValidated<LabellingOptions, LabellingOptionsValidation>(LabellingOptions.Section);
        return services.AddSingleton<LabelAvailability>().AddSingleton<Labeller>();
    }
}
