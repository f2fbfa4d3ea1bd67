using AiLabels.Reports;
using Microsoft.Azure.Functions.Worker;
using VideoGate.Audit;
using VideoGate.Cases;
using VideoGate.Cases.Evidence;
using VideoGate.Cases.Uploads;
using VideoGate.Storage;

namespace VideoGate.Publishing;

/// <summary>
/// Publishes the labelled copy with the original's content credentials next to it, and closes the case. Publishes the video last, so a
/// partial result is never visible. Idempotent: a retry after an interruption ends in the same state.
/// </summary>
public sealed class PublishLabelled(
    BlobStorage storage, CaseIntegrity integrity, EvidenceStore evidence, CaseJournal journal, CaseClosing closing,
    ReturnToQuarantine back, UploaderUsage usage)
{
    private readonly BlobCopier _copier = new(storage);
    private readonly PublishedReplacement _replacement = new(storage);

    [Function(nameof(PublishLabelled))]
    public async Task<CaseState> RunAsync([ActivityTrigger] string caseId, CancellationToken cancellationToken)
    {
        var held = await integrity.ReadAsync(caseId, cancellationToken);
        var stored = held.Stored;
        if (stored.Case.ClosedAt is not null)
        {
            await usage.CloseAsync(stored.Case, cancellationToken);
            return stored.Case.State;
        }

        if (held.Break is not null || !CaseClosing.IsDue(stored.Case, CaseState.Published))
        {
            return stored.Case.State;
        }

        await journal.CompleteAsync(held, cancellationToken);

        var result = await evidence.ReadAsync(caseId, EvidenceFiles.Labelling, EvidenceJson.Default.LabellingResult, cancellationToken);
        if (result is not { Problem: null })
        {
            throw new InvalidOperationException($"Case {caseId} has no valid labelled copy.");
        }

        var place = await PublishAsync(stored.Case, result, cancellationToken);
        var published = result with { Credentials = result.Credentials is null ? null : CredentialsAt(place) };
        stored = await journal.RecordAsync(
            stored, [Labelled(published)], changed => changed with { Labelling = published }, cancellationToken);
        await RemoveAsync(LabelledCopyWriter.Place(caseId), cancellationToken);
        if (stored.Case.Location != place)
        {
            await RemoveAsync(stored.Case.Location!, cancellationToken);
        }

        var closed = await closing.CloseAsync(stored, CaseState.Published, place, cancellationToken);
        // Revoked meanwhile: returns at once, because the workflow may have ended.
        return closed is CaseState.Published ? closed : await back.RunAsync(caseId, cancellationToken);
    }

    private async Task<BlobLocation> PublishAsync(ModerationCase decided, LabellingResult result, CancellationToken cancellationToken)
    {
        var copy = LabelledCopyWriter.Place(decided.CaseId);
        var properties = await storage.FindAsync(copy, cancellationToken);
        foreach (var place in PublishedPlaces.Of(decided, result.Order))
        {
            if (properties is null)
            {
                // Published by an earlier attempt; only the case remains to be closed.
                if (await storage.FindAsync(place, cancellationToken) is { } there
                    && BlobCopier.BelongsTo(there, decided.CaseId))
                {
                    return place;
                }
            }
            else if (await TryPublishAsync(decided, copy, properties, place, result.Credentials, cancellationToken))
            {
                return place;
            }
        }

        throw new InvalidOperationException($"Case {decided.CaseId}: all blob names for its labelled copy are taken by other cases.");
    }

    /// <returns>False if another case occupies either location.</returns>
    private async Task<bool> TryPublishAsync(
        ModerationCase decided,
        BlobLocation copy,
        Azure.Storage.Blobs.Models.BlobProperties properties,
        BlobLocation place,
        BlobLocation? credentials,
        CancellationToken cancellationToken)
    {
        if (credentials is not null && !await CopyCredentialsAsync(decided.CaseId, credentials, CredentialsAt(place), cancellationToken))
        {
            return false;
        }

        if (decided.Location == place)
        {
            await _replacement.ReplaceAsync(decided, copy, properties, place, cancellationToken);
            return true;
        }

        var metadata = PublishedNotices.Metadata(decided);
        if (await _copier.CopyAsync(copy, properties, place, decided.CaseId, cancellationToken, metadata) is { Outcome: CopyOutcome.Done })
        {
            return true;
        }

        if (credentials is not null)
        {
            await RemoveAsync(CredentialsAt(place), cancellationToken);
        }

        return false;
    }

    private async Task<bool> CopyCredentialsAsync(string caseId, BlobLocation from, BlobLocation to, CancellationToken cancellationToken) =>
        await storage.FindAsync(from, cancellationToken) is { } properties
        && await _copier.CopyAsync(from, properties, to, caseId, cancellationToken) is { Outcome: CopyOutcome.Done };

    private async Task RemoveAsync(BlobLocation location, CancellationToken cancellationToken) =>
        await storage.Blob(location).DeleteIfExistsAsync(cancellationToken: cancellationToken);

    private static BlobLocation CredentialsAt(BlobLocation video) => video with { Name = OriginalArchive.Credentials(video.Name) };

    private static AuditEvent Labelled(LabellingResult published) =>
        new(AuditEventTypes.Labelled.Name, Actors.System, new Dictionary<string, string>
        {
            ["explicit"] = CamelCase.Name(published.Order.Explicit),
            ["text"] = published.Order.Text ?? "",
            ["label"] = published.Label?["Label"] ?? "",
            ["contentProducer"] = published.Label?["ContentProducer"] ?? "",
            ["contentPropagator"] = published.Label?["ContentPropagator"] ?? "",
            ["propagateId"] = published.Label?["PropagateID"] ?? "",
            ["original"] = published.Original?.ToString() ?? "",
            ["credentials"] = published.Credentials?.ToString() ?? "",
            ["manifest"] = published.Signature?.Manifest ?? "",
            ["signer"] = published.Signature is { Manifest: not null } signature ? signature.Signer : "",
        })
        {
            Id = $"labelled-{published.OrderId}",
        };
}
