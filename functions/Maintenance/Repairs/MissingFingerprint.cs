using VideoGate.Cases;
using VideoGate.Moderation;
using VideoGate.Storage;

namespace VideoGate.Maintenance.Repairs;

/// <summary>A case without a content fingerprint: computes it from the video at its current location.</summary>
public sealed class MissingFingerprint(BlobStorage storage, RelatedCases related, RepairJournal journal) : ICaseRepair
{
    public string Kind => "content-fingerprint";

    public bool IsUrgent => false;

    public bool ChangesCase => true;

    public async Task<string?> RepairAsync(StoredCase stored, ReconciliationRun run, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(stored);
        // Closed cases only: the video of an open case may be in transit, and a write to the case would conflict with a moderator's
        // request.
        if (stored.Case is not { ContentFingerprint: null, ClosedAt: not null }
            || Video(stored.Case) is not { } video
            || await storage.FindAsync(video, cancellationToken) is not { } found
            || found.ContentLength != stored.Case.Upload.Length)
        {
            return null;
        }

        var content = new BlobByteSource(storage.Blob(video), found.ETag, found.ContentLength);
        var fingerprint = await ContentFingerprint.OfAsync(content, cancellationToken);
        var recorded = await journal.RecordAsync(
            stored, Kind, "the case had no fingerprint", fingerprint, changed => changed with { ContentFingerprint = fingerprint },
            cancellationToken);
        await related.AddAsync(recorded.Case, cancellationToken);
        return "its content was fingerprinted";
    }

    private static BlobLocation? Video(ModerationCase closed) =>
        VideoPlaces.IsLabelledCopy(closed) ? closed.Labelling!.Original : closed.Location;
}
