namespace AiLabels.Tests;

/// <summary>The labelled videos beside the repository, where they are present.</summary>
internal static class Corpus
{
    public static string? Folder { get; } = Find();

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
