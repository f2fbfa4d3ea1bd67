using VideoGate.Cases;
using VideoGate.Publishing;
using VideoGate.Storage;

namespace VideoGate.Maintenance.Repairs;

/// <summary>Where the video of a case must be. Pure.</summary>
internal static class VideoPlaces
{
    /// <returns>The container; null while the case's orchestration may be moving it, and when it is nowhere.</returns>
    public static string? Due(ModerationCase moderated) => moderated switch
    {
        { State: CaseState.Published, ClosedAt: not null } => Containers.Published,
        { State: CaseState.Rejected, ClosedAt: not null } => Containers.Rejected,
        { State: CaseState.Quarantined, Review: { AwaitsReturn: false, Decision: null } } => Containers.Quarantine,
        _ => null,
    };

    /// <summary>What is published is a labelled copy, not the video that was uploaded.</summary>
    public static bool IsLabelledCopy(ModerationCase moderated) => moderated is { State: CaseState.Published, Labelling.Problem: null };

    /// <summary>Where the case's video, or a labelled copy of it, may have been published.</summary>
    public static IEnumerable<BlobLocation> Published(ModerationCase moderated)
    {
        var orders = moderated.Review is { } review
            ? review.Past.Select(round => round.Decision.Label).Append(review.Decision?.Label).OfType<LabelOrder>()
            : [];
        return BlobMover.Places(moderated.Upload.Name, Containers.Published, moderated.CaseId)
            .Concat(orders.SelectMany(order => PublishedPlaces.Of(moderated, order)))
            .Where(place => BlobNames.GetError(place.Name) is null)
            .Distinct();
    }
}
