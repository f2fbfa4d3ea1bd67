using Microsoft.Extensions.Time.Testing;
using VideoGate.Cases;
using VideoGate.Cases.Uploads;
using VideoGate.Intake;

namespace VideoGate.Tests.Intake;

public sealed class UploadWaitTests
{
    private static readonly UploadTicket Ticket = new()
    {
        UploadId = UploadId.New(),
        BlobName = "a.mp4",
        Submission = new(),
        CreatedAt = default,
        ExpiresAt = default,
    };

    private static readonly UploadView Inspecting = View(UploadState.TakenIn, CaseState.Inspecting);

    [Theory]
    [InlineData(CaseState.Published)]
    [InlineData(CaseState.Quarantined)]
    [InlineData(CaseState.Superseded)]
    public async Task For_CaseThatHasEnded_AnswersAtOnce(CaseState state)
    {
        var shown = await new UploadWait(new FakeTimeProvider()).ForAsync(
            _ => Task.FromResult<UploadView?>(View(UploadState.TakenIn, state)), UploadWait.Longest, CancellationToken.None);

        Assert.Equal(state, shown!.Case!.State);
    }

    [Fact]
    public async Task For_NoSuchUpload_AnswersAtOnce() => Assert.Null(await new UploadWait(new FakeTimeProvider()).ForAsync(
        _ => Task.FromResult<UploadView?>(null), UploadWait.Longest, CancellationToken.None));

    [Fact]
    public async Task For_CaseThatIsPublishedMeanwhile_AnswersThen()
    {
        // Arrange
        var time = new FakeTimeProvider();
        var shown = Inspecting;
        var waiting = new UploadWait(time).ForAsync(_ => Task.FromResult<UploadView?>(shown), UploadWait.Longest, CancellationToken.None);

        // Act
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.False(waiting.IsCompleted);
        shown = View(UploadState.TakenIn, CaseState.Published);
        await AdvanceUntilAsync(waiting, time);

        // Assert
        Assert.Equal(CaseState.Published, (await waiting)!.Case!.State);
    }

    [Fact]
    public async Task For_CaseThatTakesLonger_AnswersWhenTheTimeIsOverAfterFewReads()
    {
        // Arrange
        var (time, reads) = (new FakeTimeProvider(), 0);
        var began = time.GetUtcNow();
        var waiting = new UploadWait(time).ForAsync(
            _ =>
            {
                reads++;
                return Task.FromResult<UploadView?>(Inspecting);
            },
            UploadWait.Longest,
            CancellationToken.None);

        // Act
        await AdvanceUntilAsync(waiting, time);

        // Assert
        Assert.Equal(CaseState.Inspecting, (await waiting)!.Case!.State);
        Assert.InRange(time.GetUtcNow() - began, UploadWait.Longest, UploadWait.Longest + TimeSpan.FromSeconds(1));
        Assert.InRange(reads, 10, 25);
    }

    [Fact]
    public async Task For_MoreThanAProcessHolds_AnswersAtOnce()
    {
        // Arrange
        using var stop = new CancellationTokenSource();
        var wait = new UploadWait(new FakeTimeProvider());
        var held = Enumerable.Range(0, 200)
            .Select(_ => wait.ForAsync(_ => Task.FromResult<UploadView?>(Inspecting), UploadWait.Longest, stop.Token)).ToList();

        // Act
        var oneMore = wait.ForAsync(_ => Task.FromResult<UploadView?>(Inspecting), UploadWait.Longest, stop.Token);

        // Assert
        Assert.True(oneMore.IsCompletedSuccessfully);
        Assert.DoesNotContain(held, one => one.IsCompleted);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Task.WhenAll(held));
        Assert.False(wait.ForAsync(_ => Task.FromResult<UploadView?>(Inspecting), UploadWait.Longest, CancellationToken.None).IsCompleted);
    }

    private static async Task AdvanceUntilAsync(Task waiting, FakeTimeProvider time)
    {
        while (!waiting.IsCompleted)
        {
            time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }
    }

    private static UploadView View(UploadState state, CaseState opened) =>
        UploadView.Of(Ticket, state) with { Case = new(opened, null, false, false) };
}
