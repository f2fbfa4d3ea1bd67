using VideoGate.Cases;
using VideoGate.Storage;

namespace VideoGate.Publishing;

/// <summary>Candidate locations for a labelled copy in public storage. Pure.</summary>
internal static class PublishedPlaces
{
    private const string Mp4 = ".mp4";

    /// <summary>
    /// Gets the candidates, each with room for the name of its credentials: the uploaded name, a folder named after the case, and a short
    /// name if neither fits.
    /// </summary>
    public static IEnumerable<BlobLocation> Of(ModerationCase decided, LabelOrder order)
    {
        var name = order.Explicit is ExplicitChoice.None ? decided.Upload.Name : AsMp4(decided.Upload.Name);
        return ((string[])[name, $"{decided.CaseId}/{name}", $"{decided.CaseId}/video{Path.GetExtension(name)}"])
            .Where(static place => BlobNames.GetError(OriginalArchive.Credentials(place)) is null)
            .Select(static place => new BlobLocation(Containers.Published, place));
    }

    /// <summary>Gets the name with an MP4 extension: a re-encoded video is always MP4.</summary>
    internal static string AsMp4(string name)
    {
        var extension = Path.GetExtension(name);
        return extension.Equals(Mp4, StringComparison.OrdinalIgnoreCase) ? name : $"{name[..^extension.Length]}{Mp4}";
    }
}
