using Azure;
using Microsoft.Azure.Functions.Worker;
using VideoGate.Audit;
using VideoGate.Cases;
using VideoGate.Publishing;
using VideoGate.Storage;

namespace VideoGate.Moderation;

/// <summary>
/// Makes a published video that an import judged the video of its case: names the case and its notices in the blob's metadata, so that the
/// steps of the workflow carry the decision out. Its content, its headers and its other metadata stay.
/// </summary>
public sealed class AdoptVideo(BlobStorage storage, CaseIntegrity integrity, CaseJournal journal, CaseClosing closing)
{
    /// <returns>The state of the case: inspecting if its decision may be carried out.</returns>
    [Function(nameof(AdoptVideo))]
    public async Task<CaseState> RunAsync([ActivityTrigger] AdoptInput input, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(input);
        var held = await integrity.ReadAsync(input.CaseId, cancellationToken);
        var stored = held.Stored;
        if (held.Break is not null || stored.Case.State is not CaseState.Imported)
        {
            return stored.Case.State;
        }

        // The entry precedes its effect: nothing is changed before the log says who had the import applied.
        stored = await journal.RecordAsync(stored, [Applied(input.Import)], changed => Ordered(changed, input.Import), cancellationToken);
        if (await MarkAsync(stored.Case, cancellationToken) is not { } version)
        {
            return await closing.CloseAsync(stored, CaseState.Superseded, location: null, cancellationToken);
        }

        return (await journal.RecordAsync(stored, [], changed => Adopted(changed, version), cancellationToken)).Case.State;
    }

    /// <returns>The version of the marked video; null if another one is published in its place.</returns>
    private async Task<ETag?> MarkAsync(ModerationCase judged, CancellationToken cancellationToken)
    {
        var (place, version) = (judged.Held!.Place, new ETag(judged.Held.ETag));
        if (await storage.FindAsync(place, cancellationToken) is not { } found)
        {
            return null;
        }

        if (BlobCopier.BelongsTo(found, judged.CaseId))
        {
            return found.ETag;
        }

        if (found.ETag != version)
        {
            return null;
        }

        var metadata = PublishedNotices.Replace(found.Metadata, judged);
        metadata[BlobCopier.CaseIdKey] = judged.CaseId;
        try
        {
            return (await storage.Blob(place).SetMetadataAsync(metadata, new() { IfMatch = version }, cancellationToken)).Value.ETag;
        }
        catch (RequestFailedException changed) when (changed.Status is 404 or 412)
        {
            throw new StorageOutageException("A published video is being changed; the next attempt sees how.", changed);
        }
    }

    private static ModerationCase Ordered(ModerationCase changed, ImportOrder import) =>
        changed.State is CaseState.Imported ? changed with { Import = import } : changed;

    private static ModerationCase Adopted(ModerationCase changed, ETag version) => changed.State is not CaseState.Imported ? changed
        : changed with { State = CaseState.Inspecting, Held = changed.Held! with { ETag = version.ToString() } };

    private static AuditEvent Applied(ImportOrder import) => new(AuditEventTypes.ImportApplied.Name, import.OrderedBy, new()
    {
        ["import"] = import.ImportId,
        ["quarantine"] = import.Quarantine ? "true" : "false",
    });
}
