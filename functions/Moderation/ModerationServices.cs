using AiLabels;
using AiLabels.Pixels.Visible;
using AiLabels.Pixels.Visible.Matching;
using Microsoft.Extensions.DependencyInjection;

namespace Serverless.Moderation;

public static class ModerationServices
{
    public static IServiceCollection AddModeration(this IServiceCollection services)
    {
        services.AddOptions<DecodingOptions>().BindConfiguration(DecodingOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddSingleton(provider => new LabelReader(new LabelReaderOptions(), provider.GetRequiredService<TimeProvider>()))
            .AddSingleton(new ExplicitLabelReader(LabelVocabulary.Default, new ExplicitLabelOptions()))
            .AddSingleton<UploadPictures>();
    }
}
