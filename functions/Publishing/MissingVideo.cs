using VideoGate.Cases;
using VideoGate.Storage;

namespace VideoGate.Publishing;

/// <summary>Determines what happened to a video that is not where its case says.</summary>
public sealed class MissingVideo(BlobStorage storage)
{
    /// <returns>
    /// <see cref="CaseState.Superseded"/> if the upload was never taken in, or the platform replaced what it had published; otherwise
    /// <see cref="CaseState.Lost"/>.
    /// </returns>
    /// <exception cref="InvalidOperationException">
    /// The video is somewhere else, because a concurrent step moves it; safe to retry.
    /// </exception>
    public async Task<CaseState> StateAsync(ModerationCase missing, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(missing);
        // Of an import the platform may replace or remove what it published, until the video is the one of its case.
        if (missing.Refusal is not null || missing is { Import: not null, State: CaseState.Inspecting or CaseState.Imported })
        {
            return CaseState.Superseded;
        }

        foreach (var place in Places(missing))
        {
            if (await storage.FindAsync(place, cancellationToken) is { } found && BlobCopier.BelongsTo(found, missing.CaseId))
            {
                throw new InvalidOperationException($"The video of case {missing.CaseId} is being moved; try again.");
            }
        }

        return CaseState.Lost;
    }

    /// <remarks>Until the first move only one version is the video: any other blob at the place of the held copy is not.</remarks>
    private static IEnumerable<BlobLocation> Places(ModerationCase missing) =>
        from container in (string[])[Containers.Quarantine, Containers.Published, Containers.Rejected]
        from place in BlobMover.Places(missing.Upload.Name, container, missing.CaseId)
        where missing.State is not CaseState.Inspecting || place != missing.Held?.Place
        select place;
}
