using System.Runtime.CompilerServices;

namespace AiLabels.Pixels.Frames;

/// <summary>Passes the frames of a source through and keeps each distinct one, so that one decoding of a plan serves all readers.</summary>
public sealed class SampledFrames(IFrameSource source) : IFrameSource
{
    private readonly DistinctFrames _distinct = new();
    private readonly List<Frame> _frames = [];
    private readonly HashSet<TimeSpan> _times = [];
    private readonly HashSet<FrameRequest> _read = [];

    public TimeSpan? Duration => source.Duration;

    public IReadOnlyList<SmallFrame> Opening => source.Opening;

    /// <summary>The distinct frames.</summary>
    public IReadOnlyList<Frame> Frames => _frames;

    /// <summary>The groups represented by <see cref="Frames"/>, in the same order.</summary>
    public IReadOnlyList<DistinctFrame> Groups => _distinct.Groups;

    public async IAsyncEnumerable<Frame> ReadAsync(
        FrameRequest request, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        await foreach (var frame in source.ReadAsync(request, cancellationToken))
        {
            // A search for the moment when a label appears or disappears is not part of the plan.
            if (request.Purpose != FramePurpose.Boundary && _times.Add(frame.Time) && _distinct.Add(frame))
            {
                _frames.Add(frame);
            }

            yield return frame;
        }

        _read.Add(request);
    }

    /// <summary>Reads the segments that were not requested, or not to the end: a label reader has its own limits.</summary>
    public async Task CompleteAsync(SamplingPlan plan, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        foreach (var request in plan.Requests.Where(request => !_read.Any(read => IsWithin(request, read))))
        {
            await foreach (var _ in ReadAsync(request, cancellationToken))
            {
            }
        }
    }

    /// <summary>
    /// Returns true for a request within an earlier one: a reader may join consecutive segments into a longer one, at least as dense.
    /// </summary>
    private static bool IsWithin(FrameRequest request, FrameRequest read) => request == read
        || (request.Purpose != FramePurpose.Middle && read.Purpose is not (FramePurpose.Middle or FramePurpose.Boundary)
            && read.From <= request.From && read.From + read.Duration >= request.From + request.Duration
            && read.FramesPerSecond >= request.FramesPerSecond);
}
