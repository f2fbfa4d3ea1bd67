using AiLabels.Reports;
using VideoGate.Cases;
using VideoGate.Publishing;
using VideoGate.Tests.Support;

namespace VideoGate.Tests.Publishing;

public sealed class LabelPlanTests
{
    private static readonly LabellingOptions Options = new()
    {
        ContentPropagator = ApprovedCase.Platform,
        MaxDuration = TimeSpan.FromMinutes(10),
    };

    [Theory]
    [InlineData(ExplicitChoice.Start, "avc1", false, null)]
    [InlineData(ExplicitChoice.Start, "hvc1", false, "tooLong")]
    [InlineData(ExplicitChoice.Start, "avc1", true, "tooLong")]
    [InlineData(ExplicitChoice.Throughout, "avc1", false, "tooLong")]
    public void Refusal_LongVideo_IsOnlyWhatMustBeEncodedAsAWhole(ExplicitChoice choice, string codec, bool fragmented, string? code)
    {
        // Arrange
        var report = new LabelReport
        {
            Origin = AiOrigin.Confirmed,
            Container = new()
            {
                Format = ContainerFormat.IsoBmff,
                Fragmented = fragmented,
                Duration = TimeSpan.FromHours(2),
                Tracks = [new(TrackKind.Video, codec, 1920, 1080, 0), new(TrackKind.Audio, "mp4a", null, null, null)],
            },
        };

        // Act
        var refusal = LabelPlan.Refusal(
            TestCases.Quarantined(), report, new() { Explicit = choice, Text = LabelTexts.Chinese }, Options);

        // Assert
        Assert.Equal(code, refusal?.Code);
    }
}
