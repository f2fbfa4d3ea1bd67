namespace VideoGate.Testing;

/// <summary>The labelled videos beside the repository, if present, and their expected results.</summary>
internal static class CorpusFolder
{
    private static readonly string? Root = Path.GetDirectoryName(Repository.Find("shared/corpus/expected.tsv"));

    /// <summary>Reason why the corpus cannot be tested; null if it is present.</summary>
    public static string? Missing => Root is null ? "There is no ../shared/corpus beside the repository." : null;

    /// <summary>The rows of expected.tsv; none if the corpus is missing.</summary>
    public static IReadOnlyList<CorpusRow> Rows { get; } =
        Root is null
            ? []
            : [.. File.ReadLines(Path.Combine(Root, "expected.tsv")).Skip(1).Select(static line => CorpusRow.Of(line.Split('\t')))];

    public static string PathOf(string file) => Path.Combine(Root!, "files", file);

    /// <summary>Certificates of the corpus' signers or time-stamping authorities.</summary>
    public static string Pem(string file) => File.ReadAllText(Path.Combine(Root!, "trust", file));
}
