using System.Text.Json;
using VideoGate.Cases;
using VideoGate.Erasures;
using VideoGate.Storage;
using VideoGate.Tests.Support;

namespace VideoGate.Tests.Erasures;

/// <summary>Every text of a case is filled, so that a member added later shows up here.</summary>
public sealed class CaseErasureTests
{
    private const string Mark = "personal";

    private static readonly ReviewDecision Ruling = new()
    {
        Verdict = ReviewVerdict.ApproveWithLabel,
        ReasonCode = "label-verified",
        Note = Mark,
        DecidedBy = "bob",
        DecidedAt = TestCases.Opened,
        IdempotencyKey = "key",
        RequestHash = Mark,
    };

    private static readonly ModerationCase Closed = TestCases.Quarantined($"{Mark}.mp4") with
    {
        State = CaseState.Published,
        ClosedAt = TestCases.Opened,
        Submission = new()
        {
            Declaration = Declaration.Edited,
            UploadId = Mark,
            Uploader = Mark,
            Pseudonym = "pseudonym",
            Title = Mark,
            Description = Mark,
        },
        Upload = new($"{Mark}.mp4", "0x1", 1, Mark, TestCases.Opened),
        Location = new(Containers.Published, $"{Mark}.mp4"),
        Held = new(new(Containers.Quarantine, $"{Mark}.mp4"), "0x2", 1),
        ContentFingerprint = Mark,
        TextKey = Mark,
        TraceParent = Mark,
        Unlogged = [new("1", "opened", Mark, new Dictionary<string, string> { ["upload"] = Mark })],
        ExplicitLabel = new()
        {
            Compliance = ExplicitLabelCompliance.Present,
            Labels = [new("label", ExplicitLabelCompliance.Present, Mark, 0.1, 0, 3, "corner", 1)],
            Problems = [Mark],
        },
        Review = TestCases.Quarantined().Review! with
        {
            State = ReviewState.Decided,
            Information = new(Mark, "bob", TestCases.Opened, Mark, TestCases.Opened),
            Decision = Ruling,
            Appeal = new(Mark, TestCases.Opened, 2),
            Past = [new(TestCases.Opened, Ruling, RoundEnding.Appealed, Mark, TestCases.Opened, Mark)],
            Requests = [new("bob", "key", Mark)],
        },
        Labelling = new()
        {
            OrderId = "1",
            Order = new() { Explicit = ExplicitChoice.None },
            At = TestCases.Opened,
            Problem = new("code", Mark),
            Original = new(Containers.Evidence, Mark),
            Credentials = new(Containers.Evidence, Mark),
            ExplicitLabel = new()
            {
                Compliance = ExplicitLabelCompliance.Present,
                Labels = [new("label", ExplicitLabelCompliance.Present, Mark, 0.1, 0, 3, "corner", 1)],
            },
        },
    };

    [Fact]
    public void Complete_ClosedCase_HasNothingOfTheUploader()
    {
        // Act
        var erased = CaseErasure.Complete(CaseErasure.Begin(Closed), TestCases.Now);

        // Assert
        Assert.DoesNotContain(Mark, JsonSerializer.Serialize(erased, CaseJson.Stored.ModerationCase), StringComparison.Ordinal);
        Assert.Equal(TestCases.Now, erased.ErasedAt);
    }

    [Fact]
    public void Complete_ClosedCase_KeepsWhatWasDecidedAndWhy()
    {
        // Act
        var erased = CaseErasure.Complete(CaseErasure.Begin(Closed), TestCases.Now);

        // Assert
        Assert.Equal((Closed.State, Closed.ClosedAt, Closed.Policy), (erased.State, erased.ClosedAt, erased.Policy));
        Assert.Same(Closed.Decision, erased.Decision);
        Assert.Same(Closed.Labels, erased.Labels);
        Assert.Equal(
            (Declaration.Edited, "pseudonym", ExplicitLabelCompliance.Present),
            (erased.Submission.Declaration, erased.Submission.Pseudonym, erased.ExplicitLabel!.Compliance));
        Assert.Equal(
            ("bob", "label-verified", "pseudonym"),
            (erased.Review!.Decision!.DecidedBy, erased.Review.Past[0].Decision.ReasonCode, erased.Review.Past[0].EndedBy));
    }

    [Fact]
    public void BeginAndComplete_CaseReopenedMeanwhile_ChangeNothing()
    {
        // Arrange
        var open = Closed with { ClosedAt = null };

        // Act, Assert
        Assert.Same(open, CaseErasure.Begin(open));
        Assert.Same(open, CaseErasure.Complete(open, TestCases.Now));
    }
}
