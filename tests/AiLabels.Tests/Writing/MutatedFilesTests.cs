using AiLabels.Tests.Mutation;

namespace AiLabels.Tests.Writing;

/// <summary>Damaged and forged files are labelled right or refused: no exception, and nothing written that is not as it should be. Seeds are fixed.</summary>
public sealed class MutatedFilesTests
{
    private const int MutantsPerFile = 1000;

    private static readonly LabelWriterOptions Options = new() { Replace = true, MaxBoxes = 10_000, MaxIndexLength = 1 << 20 };

    public static TheoryData<string> Files => new("mp4", "sei", "fragmented", "mkv", "live webm", "avi", "flv");

    [Theory]
    [MemberData(nameof(Files))]
    public async Task WriteAsync_MutatedFile_IsLabelledRightOrRefused(string name)
    {
        var specimen = Specimens.Named(name);
        var written = 0;
        for (var i = 0; i < MutantsPerFile; i++)
        {
            var mutant = specimen.Mutant(i);

            var (outcome, labelled) = await Labelling.Bytes(mutant, Options);

            if (!outcome.IsWritten)
            {
                Assert.Empty(labelled);
                continue;
            }

            written++;
            var label = Assert.Single((await Inspect(labelled)).Findings, static f => f.Kind == FindingKind.AigcLabel);
            Assert.StartsWith("""{"Label":"1","ContentProducer":"001191110108MACC4D63XF00000",""", label.Raw, StringComparison.Ordinal);
            Assert.Equal(Others(await Inspect(mutant)), Others(await Inspect(labelled)));
        }

        Assert.InRange(written, 1, MutantsPerFile);
    }

    private static Task<LabelReport> Inspect(byte[] file) => Builders.Inspect.Bytes(file);

    /// <summary>What else the file says, SEI messages among it, which are found through its chunk offsets.</summary>
    private static IEnumerable<(FindingKind, string?)> Others(LabelReport report) =>
        report.Findings.Where(static f => f.Kind != FindingKind.AigcLabel).Select(static f => (f.Kind, f.Raw));
}
