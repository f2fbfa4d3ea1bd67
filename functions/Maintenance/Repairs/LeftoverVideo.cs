using Azure;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using VideoGate.Audit;
using VideoGate.Cases;
using VideoGate.Publishing;
using VideoGate.Storage;

namespace VideoGate.Maintenance.Repairs;

/// <summary>
/// A video at a location other than the one its case records. If the recorded location holds the video too, the copy was not cleaned up:
/// removes the leftover. If not, the decision was not carried out: moves the video.
/// </summary>
public sealed class LeftoverVideo(
    BlobStorage storage, CaseStore cases, CaseIntegrity integrity, BlobMover mover, UploadRemoval removal, RepairJournal journal)
{
    public const string Kind = "leftover-video";

    private static readonly TimeSpan Hold = TimeSpan.FromSeconds(60);

    /// <exception cref="CaseBrokenException">The case and its log disagree: nothing is removed or moved.</exception>
    /// <exception cref="InvalidOperationException">The two are not copies of each other; an operator must check.</exception>
    public async Task<string?> RepairAsync(
        StoredCase stored, BlobLocation leftover, ReconciliationRun run, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(stored);
        ArgumentNullException.ThrowIfNull(leftover);
        ArgumentNullException.ThrowIfNull(run);
        if (leftover.Container == Containers.Uploads && await IsTakenInAsync(stored.Case, cancellationToken))
        {
            return await RemoveUploadAsync(stored, leftover, run, cancellationToken);
        }

        if (!run.IsSettled(stored.WrittenAt)
            || VideoPlaces.Due(stored.Case) is not { } due
            || due == leftover.Container
            || await FindAsync(stored.Case, leftover, cancellationToken) is not { } found
            || !run.IsSettled(found.LastModified))
        {
            return null;
        }

        stored = (await integrity.RequireAsync(stored, cancellationToken)).Stored;
        if (stored.Case.Location is { } place && place.Container == due
            && await FindAsync(stored.Case, place, cancellationToken) is { } kept)
        {
            MustBeWhole(stored.Case, place, kept);
            return await RemoveAsync(leftover, found, place, kept, cancellationToken)
                ? await RecordAsync(stored, leftover, $"removed, because the video is {place}", stored.Case.Location, cancellationToken)
                : null;
        }

        // A move writes to the case first: an unchanged case means that no move is in progress.
        return (await cases.GetAsync(stored.Case.CaseId, cancellationToken))?.ETag == stored.ETag
            ? await MoveAsync(stored, leftover, found, due, cancellationToken)
            : null;
    }

    /// <summary>Gets whether the upload is no longer needed: it was refused, or its copy is where the case says.</summary>
    private async Task<bool> IsTakenInAsync(ModerationCase moderated, CancellationToken cancellationToken) => moderated switch
    {
        { Refusal: { } refusal } => refusal is not UploadRefusal.Replaced,
        { Held: not null, Location: { } place } when place.Container != Containers.Uploads =>
            await FindAsync(moderated, place, cancellationToken) is { } kept && IsWhole(moderated, kept),
        _ => false,
    };

    /// <exception cref="InvalidOperationException">The upload cannot be removed; the log says why.</exception>
    private async Task<string?> RemoveUploadAsync(
        StoredCase stored, BlobLocation leftover, ReconciliationRun run, CancellationToken cancellationToken)
    {
        if (!run.IsSettled(stored.WrittenAt)
            || await storage.GetIfMatchesAsync(leftover, new ETag(stored.Case.Upload.ETag), cancellationToken) is null)
        {
            return null;
        }

        stored = (await integrity.RequireAsync(stored, cancellationToken)).Stored;
        return await removal.TryAsync(leftover, new ETag(stored.Case.Upload.ETag), cancellationToken)
            ? await RecordAsync(stored, leftover, "removed, because nothing depends on it", stored.Case.Location, cancellationToken)
            : throw new InvalidOperationException($"The upload of case {stored.Case.CaseId} cannot be removed.");
    }

    private async Task<BlobProperties?> FindAsync(ModerationCase moderated, BlobLocation place, CancellationToken cancellationToken)
    {
        var isUpload = place.Container == Containers.Uploads;
        var found = await storage.GetIfMatchesAsync(place, isUpload ? new ETag(moderated.Upload.ETag) : null, cancellationToken);
        return found is not null && (isUpload || BlobCopier.BelongsTo(found, moderated.CaseId)) ? found : null;
    }

    private static void MustBeWhole(ModerationCase moderated, BlobLocation place, BlobProperties video)
    {
        if (!IsWhole(moderated, video))
        {
            throw new InvalidOperationException(
                $"The video of case {moderated.CaseId} in {place.Container} holds {video.ContentLength} of {Length(moderated)} bytes.");
        }
    }

    private static bool IsWhole(ModerationCase moderated, BlobProperties video) =>
        video.ContentLength == Length(moderated) && video.BlobCopyStatus is (null or CopyStatus.Success);

    private static long Length(ModerationCase moderated) =>
        VideoPlaces.IsLabelledCopy(moderated) ? moderated.Labelling!.Length : moderated.Upload.Length;

    /// <remarks>
    /// Leases the kept copy during the removal and changes its ETag: a concurrent orchestration that returns the video, and would remove
    /// the kept copy because the other one exists, is refused and checks again.
    /// </remarks>
    /// <returns>False after a concurrent change.</returns>
    private async Task<bool> RemoveAsync(
        BlobLocation leftover, BlobProperties found, BlobLocation place, BlobProperties kept, CancellationToken cancellationToken)
    {
        var lease = storage.Blob(place).GetBlobLeaseClient();
        try
        {
            await lease.AcquireAsync(Hold, new RequestConditions { IfMatch = kept.ETag }, cancellationToken);
        }
        catch (RequestFailedException failure) when (failure.Status is 404 or 409 or 412)
        {
            return false;
        }

        try
        {
            await storage.Blob(leftover)
                .DeleteIfExistsAsync(conditions: new() { IfMatch = found.ETag }, cancellationToken: cancellationToken);
            await storage.Blob(place).SetMetadataAsync(kept.Metadata, new() { LeaseId = lease.LeaseId }, cancellationToken);
            return true;
        }
        catch (RequestFailedException failure) when (failure.Status == 412)
        {
            return false;
        }
        finally
        {
            await lease.ReleaseAsync(cancellationToken: CancellationToken.None);
        }
    }

    private async Task<string?> MoveAsync(
        StoredCase stored, BlobLocation leftover, BlobProperties found, string due, CancellationToken cancellationToken)
    {
        if (VideoPlaces.IsLabelledCopy(stored.Case) || found.ContentLength != stored.Case.Upload.Length)
        {
            throw new InvalidOperationException(
                $"Case {stored.Case.CaseId}: its video is not in {due}, and the blob in {leftover.Container} is not the expected one.");
        }

        return await mover.MoveAsync(stored.Case with { Location = leftover }, due, cancellationToken) is { } place
            ? await RecordAsync(stored, leftover, $"moved to {place}, where it belongs", place, cancellationToken)
            : null;
    }

    private async Task<string> RecordAsync(
        StoredCase stored, BlobLocation leftover, string done, BlobLocation? place, CancellationToken cancellationToken)
    {
        await journal.RecordAsync(
            stored, Kind, leftover.ToString(), done,
            changed => changed.State == stored.Case.State ? changed with { Location = place } : changed, cancellationToken);
        return $"the leftover in {leftover.Container} was removed or moved";
    }
}
