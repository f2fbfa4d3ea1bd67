using AiLabels.Pixels.Viewing;
using AiLabels.Pixels.Visible;
using AiLabels.Pixels.Visible.Matching;
using AiLabels.Reading;
using AiLabels.Reports;
using VideoGate.Testing;

namespace AiLabels.Pixels.Tests.Viewing;

/// <summary>
/// Analyzes the pictures and audio of every broken file of the corpus as the gate does; skipped if the corpus is not beside the repository.
/// </summary>
[Trait("Needs", "minutes")]
public sealed class BrokenCorpusTests
{
    public static TheoryData<string> Files() =>
        [.. CorpusFolder.Rows.Select(static row => row.File).Where(static file => file.StartsWith("broken/", StringComparison.Ordinal))];

    [CorpusTheory]
    [MemberData(nameof(Files), DisableDiscoveryEnumeration = true)]
    public async Task ViewAsync_BrokenFile_IsReadOrReportedAndNeverThrown(string name)
    {
        using var file = new FileByteSource(CorpusFolder.PathOf(name));
        var format = (await new LabelReader(new LabelReaderOptions(), TimeProvider.System).ReadAsync(file)).Container.Format;

        var viewed = await new VideoAnalyzer(
            new ExplicitLabelReader(LabelVocabulary.Default, new()), new() { KeepFrames = true, ScreenText = new(), Audio = new() })
            .ViewAsync(file, format);

        Assert.True(viewed.Frames.Count > 0 || viewed.Problems.Count > 0);
        Assert.InRange(viewed.BytesRead, 0, 64 << 20);
    }
}
