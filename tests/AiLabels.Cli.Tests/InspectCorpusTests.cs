using System.Text.Json.Nodes;
using AiLabels.Cli.Inspect;
using VideoGate.Testing;

namespace AiLabels.Cli.Tests;

/// <summary>Every row of the corpus with a visible label, through <c>ailabels inspect --pixels</c> on the command line.</summary>
[Trait("Needs", "minutes")]
public sealed class InspectCorpusTests(InspectCorpusTests.Reports reports) : IClassFixture<InspectCorpusTests.Reports>
{
    public static TheoryData<string> Files =>
        [.. CorpusFolder.Rows.Where(static row => row.IsAboutPictures).Select(static row => row.File)];

    [CorpusTheory]
    [MemberData(nameof(Files))]
    public async Task Inspect_CorpusVideo_SeesWhatTheKeySays(string file)
    {
        var row = CorpusFolder.Rows.Single(row => row.File == file);

        var report = (await reports.All)[CorpusFolder.PathOf(file)];

        var origin = (string?)report["origin"];
        Assert.Contains(origin, row.Origins);
        Assert.True(row.Generator.Length == 0 || row.Generator == (string?)report["generator"], $"The generator is {report["generator"]}.");

        // Metadata does not affect visible labels.
        Assert.True(row.Origins.Contains("notFound") || report["explicitLabels"]!.AsArray().Count > 0, "No label is seen.");
    }

    /// <summary>One run over all files, which keeps every core busy.</summary>
    public sealed class Reports
    {
        private readonly Lazy<Task<Dictionary<string, JsonNode>>> _all = new(InspectAsync);

        internal Task<Dictionary<string, JsonNode>> All => _all.Value;

        private static async Task<Dictionary<string, JsonNode>> InspectAsync()
        {
            var missing = string.Join(", ", MediaReader.Missing());
            Assert.SkipWhen(missing.Length > 0, $"Not installed here: {missing}.");
            var run = await CommandLine.RunAsync(
                ["inspect", "--pixels", "--json",
                    .. CorpusFolder.Rows.Where(static row => row.IsAboutPictures).Select(static row => CorpusFolder.PathOf(row.File))]);
            Assert.Equal((0, ""), (run.ExitCode, run.Error));
            return run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => JsonNode.Parse(line)!)
                .ToDictionary(static report => (string)report["file"]!);
        }
    }
}
