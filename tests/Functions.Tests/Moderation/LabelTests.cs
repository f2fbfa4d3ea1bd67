using Serverless.Cases;
using Serverless.Moderation;
using Serverless.Publishing;
using Serverless.Publishing.Labelling;
using Serverless.Review;

namespace Serverless.Tests.Moderation;

/// <summary>An approval with label on the real engine, with activities that are told what to answer.</summary>
public sealed class LabelTests
{
    private static readonly UploadedVideo Upload = new("video.mp4", "\"0x1\"", 1000, "video/mp4", DateTimeOffset.UnixEpoch);
    private static readonly string[] LabelSteps = [nameof(LabelVideo), nameof(PublishLabelled), nameof(ReturnToReview), nameof(Publish), nameof(Reject)];

    [Fact]
    public async Task Run_ApprovedWithLabel_LabelsAndPublishes()
    {
        await using var steps = await Steps.StartAsync(verdict: ReviewVerdict.ApproveWithLabel);

        Assert.Equal(CaseState.Published, await steps.RunAsync(new ModerationRequest(Upload)));
        Assert.Equal([nameof(LabelVideo), nameof(PublishLabelled)], steps.Calls.Where(LabelSteps.Contains));
    }

    [Fact]
    public async Task Run_LabelCannotBeGiven_GoesBackToReviewAndOnFromThere()
    {
        await using var steps = await Steps.StartAsync(
            verdict: ReviewVerdict.ApproveWithLabel, label: attempt => new LabelledVideo(attempt == 1 ? new LabelProblem("burn.limit", "Too long.") : null));

        Assert.Equal(CaseState.Published, await steps.RunAsync(new ModerationRequest(Upload)));
        Assert.Equal([nameof(LabelVideo), nameof(ReturnToReview), nameof(LabelVideo), nameof(PublishLabelled)], steps.Calls.Where(LabelSteps.Contains));
    }

    [Fact]
    public async Task Run_LabellingKeepsFailing_IsTriedFiveTimesAndGoesBackToReview()
    {
        await using var steps = await Steps.StartAsync(
            verdict: ReviewVerdict.ApproveWithLabel, label: attempt => attempt <= 5 ? throw new FormatException("unheard of") : new LabelledVideo(null as LabelProblem));

        Assert.Equal(CaseState.Published, await steps.RunAsync(new ModerationRequest(Upload)));
        Assert.Equal([.. Enumerable.Repeat(nameof(LabelVideo), 5), nameof(ReturnToReview), nameof(LabelVideo), nameof(PublishLabelled)], steps.Calls.Where(LabelSteps.Contains));
    }

    [Theory]
    [InlineData("1.0.0")]
    [InlineData("1.1.0")]
    public async Task Run_CaseOfAnEarlierVersion_IsNeverRejectedByTheNewVerdict(string version)
    {
        await using var steps = await Steps.StartAsync(verdict: ReviewVerdict.ApproveWithLabel, version: version);

        Assert.Equal(CaseState.Published, await steps.RunAsync(new ModerationRequest(Upload)));
        Assert.DoesNotContain(nameof(Reject), steps.Calls);
    }
}
