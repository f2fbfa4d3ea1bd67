using VideoGate.Cases;
using VideoGate.Maintenance.Repairs;
using VideoGate.Storage;
using VideoGate.Tests.Support;

namespace VideoGate.Tests.Maintenance;

public sealed class VideoPlacesTests
{
    private static readonly ModerationCase Waiting = TestCases.Quarantined("a.mov");

    private static readonly ReviewDecision Approval = new()
    {
        Verdict = ReviewVerdict.Approve,
        ReasonCode = "label-verified",
        DecidedBy = "bob",
        DecidedAt = TestCases.Opened,
        IdempotencyKey = "1",
        RequestHash = "",
    };

    private static readonly Dictionary<string, ModerationCase> Cases = new()
    {
        ["being inspected"] = TestCases.Inspecting(),
        ["waiting"] = Waiting,
        ["about to be moved"] = Waiting with { Review = Waiting.Review! with { Decision = Approval } },
        ["about to be brought back"] = Waiting with { Review = Waiting.Review! with { AwaitsReturn = true } },
        ["published"] = Waiting with { State = CaseState.Published, ClosedAt = TestCases.Opened },
        ["rejected"] = Waiting with { State = CaseState.Rejected, ClosedAt = TestCases.Opened },
        ["nowhere"] = TestCases.Inspecting() with { State = CaseState.Superseded, ClosedAt = TestCases.Opened, Location = null },
    };

    [Theory]
    [InlineData("being inspected", null)]
    [InlineData("waiting", Containers.Quarantine)]
    [InlineData("about to be moved", null)]
    [InlineData("about to be brought back", null)]
    [InlineData("published", Containers.Published)]
    [InlineData("rejected", Containers.Rejected)]
    [InlineData("nowhere", null)]
    public void Due_Case_IsWhereItsVideoMustBeUnlessItIsMoved(string moderated, string? expected) =>
        Assert.Equal(expected, VideoPlaces.Due(Cases[moderated]));

    [Fact]
    public void Published_RoundWithALabelledCopy_NamesThatCopyToo()
    {
        // Arrange
        var decided = Approval with { Verdict = ReviewVerdict.ApproveWithLabel, Label = new() { Explicit = ExplicitChoice.Start } };
        var undone = new PastRound(TestCases.Opened, decided, RoundEnding.Undone, "bob", TestCases.Opened, null);

        // Act
        var places = VideoPlaces.Published(Waiting with { Review = Waiting.Review! with { Past = [undone] } });

        // Assert
        Assert.Equal(
            ["a.mov", $"{Waiting.CaseId}/a.mov", "a.mp4", $"{Waiting.CaseId}/a.mp4", $"{Waiting.CaseId}/video.mp4"],
            places.Select(place => place.Name));
    }
}
