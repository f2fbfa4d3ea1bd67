using Azure.Storage.Blobs.Models;
using VideoGate.Cases;
using VideoGate.Cases.Uploads;
using VideoGate.Maintenance.Repairs;
using VideoGate.Storage;

namespace VideoGate.Maintenance.Sweeps;

/// <summary>
/// Sweeps the counts of what uploaders have in progress: expired upload URLs, calls of past days, and cases that ended without being
/// uncounted, which would hold their uploader's limits.
/// </summary>
public sealed class UsageSweep(BlobStorage storage, CaseStore cases) : ISweep
{
    private const string Kind = "surplus-usage";

    public string Name => "usage";

    public TimeSpan Every => TimeSpan.Zero;

    public async Task<SweepStep> StepAsync(string? marker, int pageSize, ReconciliationRun run, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(run);
        var page = await BlobPage.ReadAsync(
            storage.Container(Containers.Cases), UsageNames.Root, BlobTraits.None, marker, pageSize, cancellationToken);
        return await Pages.CheckAsync(
            page.Blobs, page.Next, (blob, cancellation) => CheckAsync(blob, run, cancellation), cancellationToken);
    }

    private Task CheckAsync(BlobItem blob, ReconciliationRun run, CancellationToken cancellationToken)
    {
        var name = UsageNames.CaseId(blob.Name) ?? "none";
        return run.ExamineAsync(name, async () =>
        {
            if (!run.IsSettled(blob.Properties.LastModified))
            {
                return;
            }

            if (IsPast(blob.Name, run.Now))
            {
                await RemoveAsync(blob.Name, cancellationToken);
            }
            else if (await IsSurplusAsync(blob.Name, run, cancellationToken))
            {
                await run.TryAsync(Kind, name, async () =>
                {
                    await RemoveAsync(blob.Name, cancellationToken);
                    return "its case was still counted";
                }, cancellationToken);
            }
        }, cancellationToken);
    }

    /// <summary>Gets whether the entry expired, which is not an inconsistency.</summary>
    private static bool IsPast(string name, DateTimeOffset now) =>
        name.StartsWith(UsageNames.Grants, StringComparison.Ordinal)
            ? UsageNames.Time(name) < now
            : name.StartsWith(UsageNames.Calls, StringComparison.Ordinal)
                && string.CompareOrdinal(name, UsageNames.CallsOn(now.AddDays(-1))) < 0;

    private async Task<bool> IsSurplusAsync(string name, ReconciliationRun run, CancellationToken cancellationToken)
    {
        var isInspecting = name.StartsWith(UsageNames.Inspecting, StringComparison.Ordinal);
        if (!isInspecting && !name.StartsWith(UsageNames.Open, StringComparison.Ordinal))
        {
            return false;
        }

        return await cases.GetAsync(UsageNames.CaseId(name), cancellationToken) is not { } stored
            || (run.IsSettled(stored.WrittenAt)
                && (stored.Case.ClosedAt is not null || (isInspecting && stored.Case.State is not CaseState.Inspecting)));
    }

    private async Task RemoveAsync(string name, CancellationToken cancellationToken) =>
        await storage.Blob(new(Containers.Cases, name)).DeleteIfExistsAsync(cancellationToken: cancellationToken);
}
