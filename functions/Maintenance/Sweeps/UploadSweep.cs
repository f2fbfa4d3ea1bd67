using Azure;
using Azure.Storage.Blobs.Models;
using VideoGate.Cases;
using VideoGate.Maintenance.Repairs;
using VideoGate.Storage;

namespace VideoGate.Maintenance.Sweeps;

/// <summary>
/// Sweeps <c>uploads</c>: videos whose event was lost, videos whose case has no running orchestration, and uploads that could not be
/// removed after they were taken in. Uploads leave this container soon: every run checks all of it, independent of the number of cases.
/// </summary>
public sealed class UploadSweep(
    BlobStorage storage, CaseStore cases, LostUpload lost, LeftoverVideo leftover, CaseCheck examination) : ISweep
{
    public string Name => "uploads";

    public TimeSpan Every => TimeSpan.Zero;

    public async Task<SweepStep> StepAsync(string? marker, int pageSize, ReconciliationRun run, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(run);
        var page = await BlobPage.ReadAsync(
            storage.Container(Containers.Uploads), null, BlobTraits.None, marker, pageSize, cancellationToken);
        return await Pages.CheckAsync(
            page.Blobs, page.Next, (blob, cancellation) => CheckAsync(blob, run, cancellation), cancellationToken);
    }

    private Task CheckAsync(BlobItem blob, ReconciliationRun run, CancellationToken cancellationToken)
    {
        // Listings omit the quotes of an ETag.
        var version = new ETag($"\"{blob.Properties.ETag?.ToString().Trim('"')}\"");
        var caseId = CaseId.For(Containers.Uploads, blob.Name, version.ToString());
        return run.ExamineAsync(caseId, () => CheckAsync(blob, version, caseId, run, cancellationToken), cancellationToken);
    }

    private async Task CheckAsync(BlobItem blob, ETag version, string caseId, ReconciliationRun run, CancellationToken cancellationToken)
    {
        if (!run.IsSettled(blob.Properties.LastModified) || blob.Properties.ETag is null)
        {
            return;
        }

        if (await cases.GetAsync(caseId, cancellationToken) is not { } stored)
        {
            await run.TryAsync(
                LostUpload.Kind, caseId, () => lost.RepairAsync(caseId, blob.Name, version, run, cancellationToken), cancellationToken);
        }
        else if (stored.Case.State is CaseState.Inspecting)
        {
            await examination.RunAsync(stored, urgentOnly: true, run, cancellationToken);
        }
        else
        {
            var location = new BlobLocation(Containers.Uploads, blob.Name);
            await run.TryAsync(
                LeftoverVideo.Kind, caseId, () => leftover.RepairAsync(stored, location, run, cancellationToken), cancellationToken);
        }
    }
}
