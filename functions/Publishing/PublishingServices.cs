using Microsoft.Extensions.DependencyInjection;

namespace VideoGate.Publishing;

public static class PublishingServices
{
    public static IServiceCollection AddPublishing(this IServiceCollection services) => services
        .AddSingleton<UploadRemoval>()
        .AddSingleton<BlobMover>()
        .AddSingleton<MissingVideo>()
        .AddSingleton<CaseClosing>()
        .AddSingleton<LabelledCopyRollback>()
        .AddSingleton<ReturnToQuarantine>()
        .AddSingleton<FinalMove>();
}
