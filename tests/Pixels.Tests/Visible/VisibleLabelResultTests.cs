using AiLabels.Pixels.Visible;
using AiLabels.Pixels.Visible.Matching;
using AiLabels.Pixels.Visible.Results;
using AiLabels.Reports;

namespace AiLabels.Pixels.Tests.Visible;

public sealed class VisibleLabelResultTests
{
    [Theory]
    [InlineData(AiOrigin.NotFound, VisibleLabelKind.Label, AiOrigin.Suspected)]
    [InlineData(AiOrigin.NotFound, VisibleLabelKind.EnglishLabel, AiOrigin.Suspected)]
    [InlineData(AiOrigin.NotFound, VisibleLabelKind.OtherWording, AiOrigin.Suspected)]
    [InlineData(AiOrigin.NotFound, VisibleLabelKind.VendorTrace, AiOrigin.Suspected)]
    [InlineData(AiOrigin.NotFound, VisibleLabelKind.AiMark, AiOrigin.NotFound)]
    [InlineData(AiOrigin.Inconclusive, VisibleLabelKind.Label, AiOrigin.Suspected)]
    [InlineData(AiOrigin.Inconclusive, VisibleLabelKind.AiMark, AiOrigin.Inconclusive)]
    [InlineData(AiOrigin.Suspected, VisibleLabelKind.Label, AiOrigin.Suspected)]
    [InlineData(AiOrigin.Possible, VisibleLabelKind.Label, AiOrigin.Possible)]
    [InlineData(AiOrigin.Confirmed, VisibleLabelKind.Label, AiOrigin.Confirmed)]
    public void Combine_LabelOnScreen_IsSuspectedUnlessMetadataSaysMore(AiOrigin written, VisibleLabelKind seen, AiOrigin expected) =>
        Assert.Equal(expected, VisibleLabelResult.Combine(Report(written, null), Seen(seen, null)).Origin);

    [Fact]
    public void Combine_NothingOnScreen_LeavesTheReport()
    {
        var report = Report(AiOrigin.NotFound, null);

        Assert.Same(report, VisibleLabelResult.Combine(report, new ExplicitLabels()));
    }

    [Theory]
    [InlineData(null, "Kling", "Kling", 0)]
    [InlineData("Kling", "Kling", "Kling", 0)]
    [InlineData("Kling", null, "Kling", 0)]
    [InlineData("Sora", "Kling", "Sora", 1)]
    public void Combine_MarkOfAGenerator_NamesItWhereMetadataDoesNot(string? written, string? seen, string expected, int conflicts)
    {
        var combined = VisibleLabelResult.Combine(Report(AiOrigin.Confirmed, written), Seen(VisibleLabelKind.VendorTrace, seen));

        Assert.Equal(expected, combined.Generator);
        Assert.Equal(conflicts, combined.Problems.Count(static problem => problem.Code == "conflict.generator"));
    }

    private static LabelReport Report(AiOrigin origin, string? generator) =>
        new() { Origin = origin, Generator = generator, Container = ContainerFacts.Unknown };

    private static ExplicitLabels Seen(VisibleLabelKind kind, string? generator) => new()
    {
        Labels =
        [
            new VisibleLabel
            {
                Kind = kind,
                Text = "text",
                Phrase = "text",
                Generator = generator,
                Box = new(0, 0, 10, 10),
                GlyphHeight = 10,
                HeightShare = 0.05,
                FirstSeen = TimeSpan.Zero,
                LastSeen = TimeSpan.Zero,
                Shown = TimeSpan.Zero,
                Position = LabelPosition.Corner,
                Moves = false,
                Confidence = 1,
                Frame = TimeSpan.Zero,
                Conformance = new(new("", false), new(0, true), new(0, false), new(0, true), new(9, true), new(0.05, true), new(0, true)),
            },
        ],
    };
}
