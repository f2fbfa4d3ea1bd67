namespace VideoGate.Tests.Support;

/// <summary>The labelled videos that may stand beside the repository, and what their key says of them.</summary>
internal static class CorpusFolder
{
    private static readonly string? Root = Path.GetDirectoryName(Repository.Find("shared/corpus/expected.tsv"));

    /// <summary>Why nothing of it can be tested; null when it is there.</summary>
    public static string? Missing => Root is null ? "There is no ../shared/corpus beside the repository." : null;

    /// <summary>The rows of expected.tsv; none where the corpus is missing.</summary>
    public static IReadOnlyList<CorpusRow> Rows { get; } =
        Root is null ? [] : [.. File.ReadLines(Path.Combine(Root, "expected.tsv")).Skip(1).Select(static line => CorpusRow.Of(line.Split('\t')))];

    public static string PathOf(string file) => Path.Combine(Root!, "files", file);

    /// <summary>Certificates of the corpus' signers or time-stampers.</summary>
    public static string Pem(string file) => File.ReadAllText(Path.Combine(Root!, "trust", file));
}

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
