using System.Runtime.CompilerServices;

namespace AiLabels.Pixels.Frames;

/// <summary>
/// Hands on the frames of a source, and on the way keeps each that looks like none before it: who asks for the frames of a plan decodes for
/// all.
/// </summary>
public sealed class SampledFrames(IFrameSource source) : IFrameSource
{
    private readonly DistinctFrames _distinct = new();
    private readonly List<Frame> _frames = [];
    private readonly HashSet<TimeSpan> _times = [];
    private readonly HashSet<FrameRequest> _read = [];

    public TimeSpan? Duration => source.Duration;

    /// <summary>The frames that are worth a look of their own.</summary>
    public IReadOnlyList<Frame> Frames => _frames;

    /// <summary>What each of <see cref="Frames"/> stands for, in their order.</summary>
    public IReadOnlyList<DistinctFrame> Groups => _distinct.Groups;

    public async IAsyncEnumerable<Frame> ReadAsync(
        FrameRequest request, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        await foreach (var frame in source.ReadAsync(request, cancellationToken))
        {
            // A search for the moment when a label comes or goes is no part of the plan.
            if (request.Purpose != FramePurpose.Boundary && _times.Add(frame.Time) && _distinct.Add(frame))
            {
                _frames.Add(frame);
            }

            yield return frame;
        }

        _read.Add(request);
    }

    /// <summary>Reads what nobody asked for, or not to the end: a reader of labels has its own bounds.</summary>
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

    /// <summary>A reader may join stretches that follow each other: then each was read as part of a longer one, no less densely.</summary>
    private static bool IsWithin(FrameRequest request, FrameRequest read) => request == read
        || (request.Purpose != FramePurpose.Middle && read.Purpose is not (FramePurpose.Middle or FramePurpose.Boundary)
            && read.From <= request.From && read.From + read.Duration >= request.From + request.Duration
            && read.FramesPerSecond >= request.FramesPerSecond);
}
