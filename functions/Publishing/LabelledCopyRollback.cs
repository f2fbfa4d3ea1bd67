using VideoGate.Cases;
using VideoGate.Storage;

namespace VideoGate.Publishing;

/// <summary>
/// Unpublishes a labelled copy whose decision was undone or appealed, and restores the original from the evidence: the next decision is
/// about the video as uploaded. Idempotent.
/// </summary>
public sealed class LabelledCopyRollback(BlobStorage storage)
{
    private readonly BlobCopier _copier = new(storage);

    public async Task RunAsync(ModerationCase returning, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(returning);
        if (returning is not
            {
                Labelling: { Problem: null, Original: { } original } labelling,
                Location: { Container: Containers.Published } published
            })
        {
            await RemoveUnrecordedAsync(returning, cancellationToken);
            return;
        }

        await RestoreAsync(returning, original, cancellationToken);
        await storage.Blob(published).DeleteIfExistsAsync(cancellationToken: cancellationToken);
        if (labelling.Credentials is { Container: Containers.Published } credentials)
        {
            await storage.Blob(credentials).DeleteIfExistsAsync(cancellationToken: cancellationToken);
        }
    }

    /// <summary>
    /// Unpublishes what an attempt copied before it ended without recording the copy: the original never left quarantine, and the case does
    /// not name what is public.
    /// </summary>
    private async Task RemoveUnrecordedAsync(ModerationCase returning, CancellationToken cancellationToken)
    {
        if (returning.Location is not { Container: Containers.Quarantine } kept
            || await storage.FindAsync(kept, cancellationToken) is null)
        {
            return;
        }

        var orders = returning.Review?.Past.Select(round => round.Decision.Label).OfType<LabelOrder>() ?? [];
        var places = orders.SelectMany(order => PublishedPlaces.Of(returning, order))
            .SelectMany(video => new[] { video, video with { Name = OriginalArchive.Credentials(video.Name) } })
            .Distinct();
        foreach (var place in places)
        {
            if (await storage.FindAsync(place, cancellationToken) is { } found
                && BlobCopier.BelongsTo(found, returning.CaseId))
            {
                await storage.Blob(place)
                    .DeleteIfExistsAsync(conditions: new() { IfMatch = found.ETag }, cancellationToken: cancellationToken);
            }
        }
    }

    private async Task RestoreAsync(ModerationCase returning, BlobLocation original, CancellationToken cancellationToken)
    {
        var properties = await storage.FindAsync(original, cancellationToken)
            ?? throw new InvalidOperationException($"Case {returning.CaseId}: its original is no longer among the evidence.");
        foreach (var place in BlobMover.Places(returning.Upload.Name, Containers.Quarantine, returning.CaseId))
        {
            if (await _copier.CopyAsync(original, properties, place, returning.CaseId, cancellationToken) is { Outcome: CopyOutcome.Done })
            {
                return;
            }
        }

        throw new InvalidOperationException(
            $"Case {returning.CaseId}: both blob names for its original in quarantine are taken by other cases.");
    }
}
