using DurableTask.Tests.Harness;
using Microsoft.DurableTask;
using Serverless.Cases;
using Serverless.Moderation;
using Serverless.Publishing;
using Serverless.Review;

namespace Serverless.Tests.Moderation;

/// <summary>A review that an earlier version of the app left waiting is carried on by this one, whose replay meets that version's history.</summary>
public sealed class EarlierHistoryTests
{
    private static readonly UploadedVideo Upload = new("video.mp4", "\"0x1\"", 1000, "video/mp4", new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));

    [Theory]
    [InlineData("1.0.0", ReviewVerdict.Approve, CaseState.Published)]
    [InlineData("1.1.0", ReviewVerdict.Reject, CaseState.Rejected)]
    public async Task Run_WaitingSinceAnEarlierVersion_EndsAsItWouldHave(string version, ReviewVerdict verdict, CaseState expected)
    {
        await using var steps = await Steps.StartAsync(verdict: verdict, looksWithoutVerdict: 1, time: new ManualTime(), version: version);
        await steps.Host.CrashAsync();
        steps.Host.Orchestrator(nameof(ModerateVideo), async context => (object?)await BeforeUndoAsync(context));
        await steps.Host.StartAsync();
        var id = await steps.ScheduleAsync(new ModerationRequest(Upload, Poisoned: true));
        await Eventually.True(() => steps.Calls.Contains(nameof(AdvanceReview)));

        await steps.Host.CrashAsync();
        steps.Host.Orchestrator(nameof(ModerateVideo), async context => (object?)await ModerateVideo.RunAsync(context));
        await steps.Host.StartAsync();
        await steps.Host.Client.RaiseEventAsync(id, ReviewEvents.Decided);

        Assert.Equal(expected, (await steps.Host.EndAsync(id)).ReadOutputAs<CaseState>());
        Assert.Equal(2, steps.Calls.Count(call => call == nameof(AdvanceReview)));
    }

    /// <summary>The way of an upload that is not inspected, as versions 1.0.0 and 1.1.0 went it.</summary>
    private static async Task<CaseState> BeforeUndoAsync(TaskOrchestrationContext context)
    {
        var (caseId, request) = (context.InstanceId, context.GetInput<ModerationRequest>()!);
        await context.CallActivityAsync(nameof(OpenCase), new CaseRequest(caseId, request));
        var inspection = Inspection.Failed("The blob trigger gave this upload up.");
        await context.CallActivityAsync<Decision>(nameof(DecideCase), new DecideInput(caseId, inspection, null));
        await context.CallActivityAsync<CaseState>(nameof(Quarantine), caseId);
        while (true)
        {
            var step = await context.CallActivityAsync<ReviewStep>(nameof(AdvanceReview), caseId);
            if (step.Verdict is { } verdict)
            {
                return await context.CallActivityAsync<CaseState>(verdict is ReviewVerdict.Approve ? nameof(Publish) : nameof(Reject), caseId);
            }

            using var loser = new CancellationTokenSource();
            var decided = context.WaitForExternalEvent<object?>(ReviewEvents.Decided, loser.Token);
            await Task.WhenAny(decided, context.CreateTimer(step.LookAgainAt.UtcDateTime, loser.Token));
            loser.Cancel();
        }
    }
}
