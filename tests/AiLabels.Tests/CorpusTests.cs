using AiLabels.Tests.Builders;

namespace AiLabels.Tests;

/// <summary>The verdict on every file of the corpus, where it stands beside the repository.</summary>
public sealed class CorpusTests
{
    /// <summary>The mark is in the picture only; metadata rightly says nothing.</summary>
    private static readonly HashSet<string> VisibleOnly =
    [
        "visible/aigen_br_1280x720_48px_full.mp4", "visible/aisc_24px_480p.mp4", "visible/aisc_br_1280x720_48px_full.mp4",
        "visible/aisc_br_portrait_30px.mp4", "visible/aisc_last2s_of_10s.mp4", "visible/aisc_tl_1280x720_48px_full.mp4",
        "visible/full_sentence.mp4", "visible/scroll.mp4", "visible/serif_bold.mp4", "visible/trad_chinese.mp4",
    ];

    public static TheoryData<string, string, string> Rows
    {
        get
        {
            var rows = new TheoryData<string, string, string>();
            foreach (var row in Corpus.Rows())
            {
                rows.Add(row.File, row.Origins, row.Generator);
            }

            return rows;
        }
    }

    [CorpusTheory]
    [MemberData(nameof(Rows))]
    public async Task ReadAsync_CorpusFile_HasTheExpectedVerdict(string file, string origins, string generator)
    {
        var report = await Inspect.File(Corpus.PathOf(file));

        Assert.Contains(report.Origin, Accepted(file, origins));
        if (generator.Length > 0)
        {
            Assert.Equal(generator, report.Generator);
        }
    }

    private static IEnumerable<AiOrigin> Accepted(string file, string origins)
    {
        if (VisibleOnly.Contains(file))
        {
            return [AiOrigin.NotFound];
        }

        return origins.Split(' ').Select(static name => Enum.Parse<AiOrigin>(name, ignoreCase: true));
    }
}
