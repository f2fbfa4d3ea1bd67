namespace VideoGate.Tests.Support;

/// <param name="File">Path below the corpus' files.</param>
/// <param name="Origins">Accepted origins, by their names in reports.</param>
/// <param name="Credentials"><c>integrity/signer</c>, <c>integrity</c> or <c>any</c>.</param>
/// <param name="Generator">Empty where none must be named.</param>
internal sealed record CorpusRow(string File, IReadOnlyList<string> Origins, string Credentials, string Generator)
{
    /// <summary>Whether all there is to find is in the pictures: metadata alone rightly says nothing.</summary>
    public bool IsInPicturesAlone => File.StartsWith("visible/", StringComparison.Ordinal);

    /// <summary>Whether there may be something to see, whatever the metadata says beside it.</summary>
    public bool IsAboutPictures => IsInPicturesAlone || File.StartsWith("combo/visible", StringComparison.Ordinal);

    public static CorpusRow Of(string[] cells) => new(cells[0], cells[2].Split(' '), cells[3], cells[4]);
}
