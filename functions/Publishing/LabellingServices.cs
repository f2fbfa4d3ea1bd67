using Microsoft.Extensions.DependencyInjection;
using VideoGate.Publishing.Signing;

namespace VideoGate.Publishing;

public static class LabellingServices
{
    /// <summary>Adds approvals with label, configured by section <c>Labelling</c>.</summary>
    public static IServiceCollection AddLabelling(this IServiceCollection services)
    {
        services.AddValidated<LabellingOptions, LabellingOptionsValidation>(LabellingOptions.Section);
        services.AddValidated<SigningOptions, SigningOptionsValidation>(SigningOptions.Section);
        return services.AddSingleton<LabelAvailability>().AddSingleton<CopySigner>().AddSingleton<Labeller>();
    }
}
