using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using VideoGate.Publishing.Signing;
using VideoGate.TrustLists;

namespace VideoGate.Publishing;

public static class LabellingServices
{
    /// <summary>Adds approvals with label, configured by section <c>Labelling</c>.</summary>
    public static IServiceCollection AddLabelling(this IServiceCollection services)
    {
        services.AddValidated<LabellingOptions, LabellingOptionsValidation>(LabellingOptions.Section);
        return services
            .AddSingleton<LabelAvailability>()
            .AddSingleton(static provider => new CopySigner(
                provider.GetRequiredService<IOptions<LabellingOptions>>().Value.ToSigning(),
                provider.GetRequiredService<TrustListStore>(),
                provider.GetRequiredService<TimeProvider>()))
            .AddSingleton<Labeller>();
    }
}
