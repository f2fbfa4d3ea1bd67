using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace VideoGate.Publishing;

public static class LabellingServices
{
    /// <summary>Adds approvals with label, configured by section <c>Labelling</c>.</summary>
    public static IServiceCollection AddLabelling(this IServiceCollection services)
    {
        services.AddSingleton<IValidateOptions<LabellingOptions>, LabellingOptionsValidation>();
        services.AddOptions<LabellingOptions>().BindConfiguration(LabellingOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        return services.AddSingleton<LabelAvailability>().AddSingleton<Labeller>().AddSingleton<LabelledCopyRollback>();
    }
}
