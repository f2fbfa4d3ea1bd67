using VideoGate.Cases;
using VideoGate.Publishing;
using VideoGate.Storage;

namespace VideoGate.Maintenance.Repairs;

/// <summary>The expected location of a case's video. Pure.</summary>
internal static class VideoPlaces
{
    /// <returns>The container, or null while the orchestration may be moving the video or if the video no longer exists.</returns>
    public static string? Due(ModerationCase moderated) => moderated switch
    {
        { State: CaseState.Published, ClosedAt: not null } => Containers.Published,
        { State: CaseState.Rejected, ClosedAt: not null } => Containers.Rejected,
        { State: CaseState.Quarantined, Review: { AwaitsReturn: false, Decision: null } } => Containers.Quarantine,
        _ => null,
    };

    /// <summary>Gets whether the published video is a labelled copy instead of the upload.</summary>
    public static bool IsLabelledCopy(ModerationCase moderated) => moderated is { State: CaseState.Published, Labelling.Problem: null };

    /// <summary>Gets the locations at which the video, or a labelled copy, may have been published.</summary>
    public static IEnumerable<BlobLocation> Published(ModerationCase moderated)
    {
        var ordered = moderated.Review is { } review
            ? review.Past.Select(round => round.Decision.Label).Append(review.Decision?.Label)
            : [];
        var orders = ordered.Append(moderated.Decision is { } decision ? LabelOrder.RequiredBy(decision) : null).OfType<LabelOrder>();
        return BlobMover.Places(moderated.Upload.Name, Containers.Published, moderated.CaseId)
            .Concat(orders.SelectMany(order => PublishedPlaces.Of(moderated, order)))
            .Where(place => BlobNames.GetError(place.Name) is null)
            .Distinct();
    }
}
