using Microsoft.Extensions.DependencyInjection;
using VideoGate.Maintenance.Repairs;
using VideoGate.Maintenance.Sweeps;

namespace VideoGate.Maintenance;

public static class ReconciliationServices
{
    /// <summary>Adds the reconciliation of stored data; requires every store.</summary>
    public static IServiceCollection AddReconciliation(this IServiceCollection services)
    {
        services.AddValidated<ReconciliationOptions>(ReconciliationOptions.Section);
        return services
            .AddMetrics()
            .AddSingleton<ReconciliationMetrics>()
            .AddSingleton<RepairJournal>()
            .AddSingleton<LostUpload>()
            .AddSingleton<LeftoverVideo>()
            .AddSingleton<SurplusReviewRow>()

            // Order matters: repairs that unblock a case come first.
            .AddSingleton<ICaseRepair, LostInstance>()
            .AddSingleton<ICaseRepair, PublicLeftover>()
            .AddSingleton<ICaseRepair, MissingReviewRow>()
            .AddSingleton<ICaseRepair, StagedCopy>()
            .AddSingleton<ICaseRepair, MissingDecisionRow>()
            .AddSingleton<ICaseRepair, MissingRelations>()
            .AddSingleton<ICaseRepair, UnansweredTicket>()
            .AddSingleton<ICaseRepair, MissingFingerprint>()
            .AddSingleton<CaseCheck>()
            .AddSingleton<ISweep, UploadSweep>()
            .AddSingleton<ISweep, QuarantineSweep>()
            .AddSingleton<ISweep, ReviewSweep>()
            .AddSingleton<ISweep, UsageSweep>()
            .AddSingleton<ISweep, ErasureSweep>()
            .AddSingleton<ISweep, TicketSweep>()
            .AddSingleton<ISweep, RetentionSweep>()
            .AddSingleton<ISweep, CaseSweep>();
    }
}
