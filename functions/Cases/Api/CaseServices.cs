using Microsoft.Extensions.DependencyInjection;
using VideoGate.Cases.Evidence;
using VideoGate.Cases.Queue;
using VideoGate.Cases.Uploads;

namespace VideoGate.Cases.Api;

public static class CaseServices
{
    /// <summary>Adds the stores of cases, evidence, reviews and tickets; requires the blob storage.</summary>
    public static IServiceCollection AddCases(this IServiceCollection services)
    {
        services.AddValidated<UploadLimitOptions>(UploadLimitOptions.Section);
        return services
            .AddMetrics()
            .AddSingleton<CaseMetrics>()
            .AddSingleton<CaseStore>()
            .AddSingleton<EvidenceStore>()
            .AddSingleton<ReviewQueueStore>()
            .AddSingleton<RelatedCases>()
            .AddSingleton<UploaderStore>()
            .AddSingleton<UploadTicketStore>()
            .AddSingleton<UsageTotals>()
            .AddSingleton<UploaderUsage>();
    }
}
