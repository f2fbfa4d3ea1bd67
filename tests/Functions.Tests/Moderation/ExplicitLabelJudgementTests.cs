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
        var seen = new ExplicitLabels
        {
            Pictures = 10,
            Labels = [Label("可灵AI 3.0", Conformance(elements: false), "Kling"), Label("AI生成", Conformance()),
                Label("AI生成", Conformance(height: false))],
        };

        var summary = ExplicitLabelJudgement.Of(seen, []);

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

    private static LabelConformance Conformance(bool elements = true, bool start = true, bool duration = true, bool height = true) =>
        new(new("AI + 生成", elements), new(0, start), new(3, duration), new(0.06, height));

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
