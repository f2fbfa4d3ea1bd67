using VideoGate.Cases;
using VideoGate.Storage;

namespace VideoGate.Publishing;

/// <summary>Where a labelled copy may be published. Pure.</summary>
internal static class PublishedPlaces
{
    private const string Mp4 = ".mp4";

    /// <summary>
    /// Each with room for the name of its credentials: the uploaded name, a folder of the case's own, and a short name when neither fits.
    /// </summary>
    public static IEnumerable<BlobLocation> Of(ModerationCase decided, LabelOrder order)
    {
        var name = order.Explicit is ExplicitChoice.None ? decided.Upload.Name : AsMp4(decided.Upload.Name);
        return ((string[])[name, $"{decided.CaseId}/{name}", $"{decided.CaseId}/video{Path.GetExtension(name)}"])
            .Where(static place => BlobNames.GetError(OriginalArchive.Credentials(place)) is null)
            .Select(static place => new BlobLocation(Containers.Published, place));
    }

    /// <summary>A picture that is encoded anew is always MP4, whatever the upload was.</summary>
    internal static string AsMp4(string name)
    {
        var extension = Path.GetExtension(name);
        return extension.Equals(Mp4, StringComparison.OrdinalIgnoreCase) ? name : $"{name[..^extension.Length]}{Mp4}";
    }
}
