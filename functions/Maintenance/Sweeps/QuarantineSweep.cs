using Azure.Storage.Blobs.Models;
using VideoGate.Cases;
using VideoGate.Cases.Orchestration;
using VideoGate.Maintenance.Repairs;
using VideoGate.Publishing;
using VideoGate.Storage;

namespace VideoGate.Maintenance.Sweeps;

/// <summary>Sweeps <c>quarantine</c>: the videos of open reviews, and copies left over after a move.</summary>
public sealed class QuarantineSweep(BlobStorage storage, CaseStore cases, LeftoverVideo leftover, CaseCheck examination) : ISweep
{
    private const string Orphan = "orphaned-video";

    public string Name => "quarantine";

    public TimeSpan Every => TimeSpan.Zero;

    public async Task<SweepStep> StepAsync(string? marker, int pageSize, ReconciliationRun run, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(run);
        var page = await BlobPage.ReadAsync(
            storage.Container(Containers.Quarantine), null, BlobTraits.Metadata, marker, pageSize, cancellationToken);
        return await Pages.CheckAsync(
            page.Blobs, page.Next, (blob, cancellation) => CheckAsync(blob, run, cancellation), cancellationToken);
    }

    private Task CheckAsync(BlobItem blob, ReconciliationRun run, CancellationToken cancellationToken)
    {
        var owner = BlobCopier.OwnerOf(blob.Metadata);
        return run.ExamineAsync(owner ?? "unknown", () => CheckAsync(blob, owner, run, cancellationToken), cancellationToken);
    }

    private async Task CheckAsync(BlobItem blob, string? owner, ReconciliationRun run, CancellationToken cancellationToken)
    {
        if (!run.IsSettled(blob.Properties.LastModified) || owner is not { } caseId)
        {
            return;
        }

        if (await cases.GetAsync(caseId, cancellationToken) is not { } stored)
        {
            if (await run.Client.GetInstanceAsync(CaseOrchestration.IdOf(caseId), cancellationToken) is { IsCompleted: false })
            {
                // Being taken in; its case is opened when the copy is complete.
                return;
            }

            await run.TryAsync(
                Orphan, caseId,
                () => throw new InvalidOperationException(
                    $"A video in quarantine names case {caseId}, which does not exist."), cancellationToken);
        }
        else if (VideoPlaces.Due(stored.Case) is { } due && due != Containers.Quarantine)
        {
            var location = new BlobLocation(Containers.Quarantine, blob.Name);
            await run.TryAsync(
                LeftoverVideo.Kind, caseId, () => leftover.RepairAsync(stored, location, run, cancellationToken), cancellationToken);
        }
        else
        {
            await examination.RunAsync(stored, urgentOnly: true, run, cancellationToken);
        }
    }
}
