namespace VideoGate.Tests.Support;

/// <summary>The labelled videos that may stand beside the repository, and what their key says of them.</summary>
internal static class CorpusFolder
{
    private static readonly string? Root = Path.GetDirectoryName(Repository.Find("shared/corpus/expected.tsv"));

    /// <summary>Why nothing of it can be tested; null when it is there.</summary>
    public static string? Missing => Root is null ? "There is no ../shared/corpus beside the repository." : null;

    /// <summary>The rows of expected.tsv; none where the corpus is missing.</summary>
    public static IReadOnlyList<CorpusRow> Rows { get; } =
        Root is null
            ? []
            : [.. File.ReadLines(Path.Combine(Root, "expected.tsv")).Skip(1).Select(static line => CorpusRow.Of(line.Split('\t')))];

    public static string PathOf(string file) => Path.Combine(Root!, "files", file);

    /// <summary>Certificates of the corpus' signers or time-stampers.</summary>
    public static string Pem(string file) => File.ReadAllText(Path.Combine(Root!, "trust", file));
}
