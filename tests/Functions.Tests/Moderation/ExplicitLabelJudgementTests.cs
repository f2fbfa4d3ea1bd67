using AiLabels.Pixels.Visible.Matching;
using AiLabels.Pixels.Visible.Results;
using VideoGate.Cases;

namespace VideoGate.Tests.Moderation;

public sealed class ExplicitLabelJudgementTests
{
    [Theory]
    [InlineData(true, true, true, true, ExplicitLabelCompliance.Present)]
    [InlineData(true, true, true, false, ExplicitLabelCompliance.Undersized)]
    [InlineData(true, true, false, true, ExplicitLabelCompliance.TooShort)]
    [InlineData(true, false, true, true, ExplicitLabelCompliance.NotAtStart)]
    [InlineData(true, false, false, false, ExplicitLabelCompliance.NotAtStart)]
    [InlineData(false, true, true, true, ExplicitLabelCompliance.Incomplete)]
    public void Compliance_OfALabel_IsItsGravestFault(
        bool elements, bool start, bool duration, bool height, ExplicitLabelCompliance expected) =>
        Assert.Equal(expected, ExplicitLabelJudgement.Compliance(Conformance(elements, start, duration, height)));

    [Fact]
    public void Of_SeveralLabels_TheBestCounts()
    {
        // Arrange
        var seen = new ExplicitLabels
        {
            Pictures = 10,
            Labels = [Label("可灵AI 3.0", Conformance(elements: false), "Kling"), Label("AI生成", Conformance()),
                Label("AI生成", Conformance(height: false))],
        };

        // Act
        var summary = ExplicitLabelJudgement.Of(seen, []);

        // Assert
        Assert.Equal((ExplicitLabelCompliance.Present, "Kling"), (summary.Compliance, summary.Generator));
        Assert.Equal([ExplicitLabelCompliance.Present, ExplicitLabelCompliance.Undersized, ExplicitLabelCompliance.Incomplete],
            summary.Labels.Select(label => label.Compliance));
    }

    [Fact]
    public void Of_PicturesWithoutLabels_IsMissing() =>
        Assert.Equal(ExplicitLabelCompliance.Missing, ExplicitLabelJudgement.Of(new ExplicitLabels { Pictures = 3 }, []).Compliance);

    [Fact]
    public void Of_NoPicture_IsUndecodableWithTheReason()
    {
        var summary = ExplicitLabelJudgement.Of(new ExplicitLabels(), ["limit.cpu", "limit.cpu"]);

        Assert.Equal(ExplicitLabelCompliance.Undecodable, summary.Compliance);
        Assert.Equal(["limit.cpu"], summary.Problems);
    }

    [Theory]
    [InlineData(false, true, true, false, ExplicitLabelCompliance.Flickering)]
    [InlineData(false, false, true, false, ExplicitLabelCompliance.Flickering)]
    [InlineData(true, false, true, false, ExplicitLabelCompliance.Illegible)]
    [InlineData(false, true, true, true, ExplicitLabelCompliance.Inconclusive)]
    [InlineData(false, true, false, true, ExplicitLabelCompliance.TooShort)]
    public void Compliance_OfALabelThatPeopleHardlySee_IsNotPresent(
        bool continuity, bool legibility, bool duration, bool dependsOnPlayer, ExplicitLabelCompliance expected) =>
        Assert.Equal(
            expected,
            ExplicitLabelJudgement.Compliance(
                Conformance(duration: duration, continuity: continuity, legibility: legibility), dependsOnPlayer));

    [Fact]
    public void Of_LabelThatDependsOnThePlayer_IsInconclusive()
    {
        var seen = new ExplicitLabels
        {
            Pictures = 10,
            Labels = [Label("AI生成", Conformance(continuity: false))],
            Problems = [new("frames.tooShort", "")],
        };

        Assert.Equal(ExplicitLabelCompliance.Inconclusive, ExplicitLabelJudgement.Of(seen, []).Compliance);
    }

    [Theory]
    [InlineData(1, ExplicitLabelCompliance.Incomplete)]
    [InlineData(2, ExplicitLabelCompliance.Undersized)]
    public void Of_TwoTracks_TheWorstCounts(int labelled, ExplicitLabelCompliance expected)
    {
        var seen = new ExplicitLabels
        {
            Pictures = 10,
            Tracks = 2,
            Labels = [.. new[] { Label("AI生成", Conformance()), Label("AI生成", Conformance(height: false)) with { Track = 2 } }
                .Take(labelled)],
        };

        Assert.Equal(expected, ExplicitLabelJudgement.Of(seen, []).Compliance);
    }

    private static LabelConformance Conformance(
        bool elements = true, bool start = true, bool duration = true, bool height = true, bool continuity = true,
        bool legibility = true) =>
        new(
            new("AI + 生成", elements), new(0, start), new(3, duration), new(2.4, continuity), new(9, legibility), new(0.06, height),
            new(1, true));

    private static VisibleLabel Label(string text, LabelConformance conformance, string? generator = null) => new()
    {
        Kind = generator is null ? VisibleLabelKind.Label : VisibleLabelKind.VendorTrace,
        Text = text,
        Phrase = text,
        Generator = generator,
        Box = new(10, 10, 80, 20),
        GlyphHeight = 20,
        HeightShare = 0.06,
        FirstSeen = TimeSpan.Zero,
        LastSeen = TimeSpan.FromSeconds(3),
        Shown = TimeSpan.FromSeconds(3),
        Position = LabelPosition.Corner,
        Moves = false,
        Confidence = 0.9,
        Frame = TimeSpan.Zero,
        Conformance = conformance,
    };
}
