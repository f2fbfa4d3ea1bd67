using AiLabels.Reports;
using AiLabels.Testing;
using VideoGate.Testing;

namespace AiLabels.Tests;

/// <summary>The verdict by metadata on every file of the corpus; <c>AiLabels.Cli.Tests</c> also analyzes the pictures.</summary>
public sealed class CorpusTests
{
    public static TheoryData<string, string, string> Rows
    {
        get
        {
            var rows = new TheoryData<string, string, string>();
            foreach (var row in CorpusFolder.Rows)
            {
                rows.Add(row.File, row.IsInPicturesAlone ? CamelCase.Name(AiOrigin.NotFound) : string.Join(' ', row.Origins),
                    row.Generator);
            }

            return rows;
        }
    }

    [CorpusTheory]
    [MemberData(nameof(Rows))]
    public async Task ReadAsync_CorpusFile_HasTheExpectedVerdict(string file, string origins, string generator)
    {
        var report = await Inspect.File(CorpusFolder.PathOf(file));

        Assert.Contains(CamelCase.Name(report.Origin), origins.Split(' '));
        if (generator.Length > 0)
        {
            Assert.Equal(generator, report.Generator);
        }
    }
}
