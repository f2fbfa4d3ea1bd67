using AiLabels.Pixels.Frames;
using AiLabels.Pixels.Visible.Detection;

namespace AiLabels.Pixels.Tests.Frames;

public sealed class SampledFramesTests
{
    private static readonly SamplingPlan Plan = SamplingPlan.For(TimeSpan.FromSeconds(60), new());

    [Fact]
    public async Task CompleteAsync_AllReadBefore_DecodesNothingAgain()
    {
        // Arrange
        var video = new CountingSource();
        var sampled = new SampledFrames(video);
        foreach (var request in Plan.Requests)
        {
            await DrainAsync(sampled.ReadAsync(request));
        }

        // Act
        await sampled.CompleteAsync(Plan);

        // Assert
        Assert.Equal(Plan.Requests, video.Requests);
        Assert.Equal(3, sampled.Frames.Count);
    }

    [Fact]
    public async Task CompleteAsync_StretchesThatWereReadAsOne_AreNotDecodedAgain()
    {
        // Arrange
        var shortPlan = SamplingPlan.For(TimeSpan.FromSeconds(10), new());
        var video = new CountingSource();
        var sampled = new SampledFrames(video);
        foreach (var request in JoinedPlan.Of(shortPlan.Requests))
        {
            await DrainAsync(sampled.ReadAsync(request));
        }

        // Act
        await sampled.CompleteAsync(shortPlan);

        // Assert
        Assert.Single(video.Requests);
    }

    [Fact]
    public async Task CompleteAsync_ReaderThatStoppedEarly_StillSeesEveryFrameOnce()
    {
        // Arrange
        var sampled = new SampledFrames(new CountingSource());
        await foreach (var _ in sampled.ReadAsync(Plan.Requests.First()))
        {
            break;
        }

        // Act
        await sampled.CompleteAsync(Plan);

        // Assert
        Assert.Equal([0.0, 3, 58], sampled.Groups.Select(group => group.Time.TotalSeconds));
        Assert.All(sampled.Groups, group => Assert.Single(group.StandsFor));
    }

    [Fact]
    public async Task ReadAsync_SearchForABoundary_IsNoSample()
    {
        // Arrange
        var sampled = new SampledFrames(new CountingSource());

        // Act
        await DrainAsync(sampled.ReadAsync(new(FramePurpose.Boundary, TimeSpan.Zero, TimeSpan.FromSeconds(1), 5)));

        // Assert
        Assert.Empty(sampled.Frames);
    }

    private static async Task DrainAsync(IAsyncEnumerable<Frame> frames)
    {
        await foreach (var _ in frames)
        {
        }
    }

    /// <summary>Returns two identical pictures for each segment.</summary>
    private sealed class CountingSource : IFrameSource
    {
        public List<FrameRequest> Requests { get; } = [];

        public TimeSpan? Duration => TimeSpan.FromSeconds(60);

        public async IAsyncEnumerable<Frame> ReadAsync(
            FrameRequest request, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            Requests.Add(request);
            await Task.Yield();
            var picture = Pictures.Flat((byte)(40 * ((int)request.Purpose + 1)));
            yield return picture with { Time = request.From };
            yield return picture with { Time = request.From + TimeSpan.FromSeconds(0.5) };
        }
    }
}
