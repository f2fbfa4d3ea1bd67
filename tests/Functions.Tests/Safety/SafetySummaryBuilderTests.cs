using VideoGate.Cases;
using VideoGate.Safety;

namespace VideoGate.Tests.Safety;

public sealed class SafetySummaryBuilderTests
{
    private static readonly SafetyCheck Safe = new() { Judged = 2 };
    private static readonly SafetyCheck Unsafe = new() { Judged = 1, UnsafeCategories = [UnsafeCategory.Hate] };
    private static readonly SafetyCheck Down = new() { Judged = 1, Outage = new("down") };

    public static TheoryData<SafetyCheck?, SafetyCheck?, SafetyState> Table => new()
    {
        { Safe, Safe, SafetyState.Safe },
        { Unsafe, Safe, SafetyState.Unsafe },
        { Safe, Unsafe, SafetyState.Unsafe },
        { Unsafe, Down, SafetyState.Unsafe },
        { Safe, Down, SafetyState.Unavailable },
        { Down, null, SafetyState.Unavailable },
        { null, Safe, SafetyState.NotChecked },
        { Safe, null, SafetyState.NotChecked },
        { SafetyCheck.NotAsked, Safe, SafetyState.NotChecked },
        { new SafetyCheck { Refused = 3 }, Safe, SafetyState.Refused },
        { Safe with { Refused = 1 }, Safe, SafetyState.Refused },
        { Safe, Safe with { Refused = 1 }, SafetyState.Refused },
        { Safe, new SafetyCheck { Refused = 1 }, SafetyState.Refused },
        { Safe with { Refused = 1 }, Unsafe, SafetyState.Unsafe },
        { Safe with { Refused = 1 }, Down, SafetyState.Unavailable },
        { Safe with { Refused = 1 }, null, SafetyState.Refused },
        { null, null, SafetyState.NotChecked },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void Of_FramesAndTexts_IsSafeOnlyWhenBothWereJudged(SafetyCheck? frames, SafetyCheck? texts, SafetyState state) =>
        Assert.Equal(state, SafetySummaryBuilder.Of(frames, texts).State);

    [Fact]
    public void Of_FramesAndTexts_HasTheHighestOfBothAndCountsAllCalls()
    {
        // Arrange
        var frames = new SafetyCheck
        {
            Judged = 3,
            LeftOut = 4,
            Refused = 1,
            Highest = new(0, 2, 0, 6),
            UnsafeCategories = [UnsafeCategory.Violence]
        };
        var texts = new SafetyCheck
        {
            Judged = 2,
            Refused = 2,
            Highest = new(4, 0, 0, 2),
            UnsafeCategories = [UnsafeCategory.Hate, UnsafeCategory.Violence]
        };

        // Act
        var summary = SafetySummaryBuilder.Of(frames, texts);

        // Assert
        Assert.Equal(new Severities(4, 2, 0, 6), summary.Highest);
        Assert.Equal([UnsafeCategory.Hate, UnsafeCategory.Violence], summary.UnsafeCategories);
        Assert.Equal((5, 4, 1, 2), (summary.Calls, summary.FramesLeftOut, summary.FramesRefused, summary.TextsRefused));
    }
}
