using AiLabels;
using AiLabels.Pixels.Audio;
using AiLabels.Pixels.Viewing;
using AiLabels.Pixels.Visible;
using AiLabels.Pixels.Visible.Matching;
using AiLabels.Pixels.Visible.Results;
using AiLabels.Reports;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace VideoGate.Moderation;

public static class ModerationServices
{
    public static IServiceCollection AddModeration(this IServiceCollection services)
    {
        services.AddValidated<DecodingOptions>(DecodingOptions.Section);
        services.AddValidated<MalwareOptions>(MalwareOptions.Section);
        return services
            .AddMetrics()
            .AddSingleton<DecodingMetrics>()
            .AddSingleton(provider => new LabelReader(new LabelReaderOptions(), provider.GetRequiredService<TimeProvider>()))
            .AddSingleton(new ExplicitLabelReader(LabelVocabulary.Default, new ExplicitLabelOptions()))
            .AddSingleton(
                provider => Viewer(
                    provider.GetRequiredService<ExplicitLabelReader>(), provider.GetRequiredService<IOptions<DecodingOptions>>().Value))
            .AddSingleton<UploadIntake>()
            .AddSingleton<CaseOpening>()
            .AddSingleton<TakenDownVideos>()
            .AddSingleton<FilesInReading>()
            .AddSingleton<MalwareScan>()
            .AddSingleton<UploadAnalyzer>()
            .AddHostedService<ContainmentRequirement>();
    }

    private static VideoAnalyzer Viewer(ExplicitLabelReader labels, DecodingOptions options) => new(
        labels,
        new VideoAnalysisOptions
        {
            KeepFrames = true,
            ScreenText = options.TextFrames == 0 ? null : new() { MaxFrames = options.TextFrames, MaxLines = options.TextLines },
            Audio = options.ListenForLabels ? new AudioLabelOptions() : null,
        });
}
