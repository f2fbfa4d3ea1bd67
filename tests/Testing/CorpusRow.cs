namespace VideoGate.Testing;

/// <param name="File">Path below the corpus' files.</param>
/// <param name="Origins">Accepted origins, by their names in reports.</param>
/// <param name="Credentials"><c>integrity/signer</c>, <c>integrity</c> or <c>any</c>.</param>
/// <param name="Generator">Empty if none may be named.</param>
internal sealed record CorpusRow(string File, IReadOnlyList<string> Origins, string Credentials, string Generator)
{
    /// <summary>True if labels are only in the pictures, so that the result from metadata alone is correctly notFound.</summary>
    public bool IsInPicturesAlone => File.StartsWith("visible/", StringComparison.Ordinal);

    /// <summary>True if there may be a visible label, whatever the metadata.</summary>
    public bool IsAboutPictures => IsInPicturesAlone || File.StartsWith("combo/visible", StringComparison.Ordinal);

    public static CorpusRow Of(string[] cells) => new(cells[0], cells[2].Split(' '), cells[3], cells[4]);
}
