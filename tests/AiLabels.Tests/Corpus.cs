namespace AiLabels.Tests;

/// <summary>The labelled videos that may stand beside the repository.</summary>
internal static class Corpus
{
    private static readonly string? Folder = Find();

    public static bool IsPresent => Folder is not null;

    public static string PathOf(string file) => Path.Combine(Folder!, "files", file);

    /// <summary>Reads with the roots that the corpus' signers and time-stampers chain to.</summary>
    public static LabelReaderOptions Trusting => new() { SignerAnchors = Anchors("signers.pem"), TimeStampAnchors = Anchors("time-stampers.pem") };

    /// <summary>Both kinds of roots in one, for readers that do not keep them apart.</summary>
    public static string AllRoots => Pem("signers.pem") + Pem("time-stampers.pem");

    /// <summary>The rows of expected.tsv: file, accepted origins separated by spaces, generator or nothing.</summary>
    public static IEnumerable<(string File, string Origins, string Generator)> Rows() => Cells().Select(static cells => (cells[0], cells[2], cells[4]));

    /// <summary>The rows of expected.tsv: file, and its credentials as <c>integrity/signer</c>, <c>integrity</c> or <c>any</c>.</summary>
    public static IEnumerable<(string File, string Credentials)> Credentials() => Cells().Select(static cells => (cells[0], cells[3]));

    private static IEnumerable<string[]> Cells() =>
        Folder is null ? [] : File.ReadLines(Path.Combine(Folder, "expected.tsv")).Skip(1).Select(static line => line.Split('\t'));

    private static TrustAnchors Anchors(string file) => TrustAnchors.FromPem(Pem(file));

    private static string Pem(string file) => File.ReadAllText(Path.Combine(Folder!, "trust", file));

    private static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var corpus = Path.Combine(folder.FullName, "shared", "corpus");
            if (File.Exists(Path.Combine(corpus, "expected.tsv")))
            {
                return corpus;
            }
        }

        return null;
    }
}

/// <summary>A theory over the corpus; skipped where it is not present.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class CorpusTheoryAttribute : TheoryAttribute
{
    public CorpusTheoryAttribute()
    {
        if (!Corpus.IsPresent)
        {
            Skip = "There is no ../shared/corpus beside the repository.";
        }
    }
}
