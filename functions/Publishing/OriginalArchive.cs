using AiLabels;
using Azure.Storage.Blobs.Models;
using VideoGate.Cases;
using VideoGate.Cases.Evidence;
using VideoGate.Storage;

namespace VideoGate.Publishing;

/// <summary>Keeps the uploaded video, and its content credentials as a sidecar file, in the evidence.</summary>
internal sealed class OriginalArchive(BlobStorage storage, EvidenceStore evidence, LabelReader reader)
{
    private const string CredentialsType = "application/c2pa";
    private readonly BlobCopier _copier = new(storage);

    /// <summary>Copies the quarantined video to the evidence unless already copied.</summary>
    /// <returns>The copy, or null if the video no longer exists.</returns>
    public async Task<ArchivedOriginal?> KeepAsync(ModerationCase decided, CancellationToken cancellationToken)
    {
        var place = Place(decided);
        if (await FindAsync(place, decided.CaseId, cancellationToken) is { } kept)
        {
            return kept;
        }

        if (decided.Location is not { } quarantined
            || await storage.GetIfMatchesAsync(quarantined, BlobMover.Version(decided, quarantined), cancellationToken)
                is not { } properties)
        {
            return null;
        }

        return await _copier.CopyAsync(quarantined, properties, place, decided.CaseId, cancellationToken) is { Outcome: CopyOutcome.Done }
            ? await FindAsync(place, decided.CaseId, cancellationToken)
            : null;
    }

    /// <returns>The location of the credentials, or null if the original has none.</returns>
    public async Task<BlobLocation?> KeepCredentialsAsync(
        string caseId, ArchivedOriginal original, BlobByteSource bytes, CancellationToken cancellationToken)
    {
        var store = await reader.ReadManifestStoreAsync(bytes, cancellationToken);
        if (store is [])
        {
            return null;
        }

        var file = Credentials(original.Location.Name[(caseId.Length + 1)..]);
        await evidence.WriteAsync(
            caseId, file, new BinaryData(store), VideoHeaders.Download(CredentialsType, file), cancellationToken);
        return new(Containers.Evidence, $"{caseId}/{file}");
    }

    /// <summary>Gets the sidecar name of a video's credentials.</summary>
    public static string Credentials(string name) => $"{name}.c2pa";

    private static BlobLocation Place(ModerationCase decided)
    {
        var named = $"{decided.CaseId}/{EvidenceFiles.Original(decided.Upload.Name)}";
        // A name of maximum length leaves no room for a folder.
        return new(Containers.Evidence,
            BlobNames.GetError(Credentials(named)) is null ? named : $"{decided.CaseId}/{EvidenceFiles.Original("video")}");
    }

    private async Task<ArchivedOriginal?> FindAsync(BlobLocation place, string caseId, CancellationToken cancellationToken) =>
        await storage.FindAsync(place, cancellationToken) is { CopyStatus: CopyStatus.Success } found
            && BlobCopier.BelongsTo(found, caseId)
            ? new(place, found)
            : null;
}
