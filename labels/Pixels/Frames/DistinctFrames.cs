namespace AiLabels.Pixels.Frames;

/// <summary>Groups frames: distinct ones, and those similar to an earlier one.</summary>
/// <param name="maxHashDistance">Maximum number of different bits between similar pictures.</param>
/// <param name="maxColourDistance">Maximum difference of a cell between similar pictures, in levels.</param>
public sealed class DistinctFrames(int maxHashDistance = 4, int maxColourDistance = 8)
{
    private readonly List<(FrameFingerprint Fingerprint, List<TimeSpan> Times)> _groups = [];

    /// <summary>One group for each distinct picture, in order of their first frames.</summary>
    public IReadOnlyList<DistinctFrame> Groups =>
        [.. _groups.Select(group => new DistinctFrame(group.Times[0], group.Times[1..], group.Fingerprint.Hash))];

    /// <returns>True if the frame is not similar to an earlier one, so that it must be analyzed itself.</returns>
    public bool Add(Frame frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        var fingerprint = FrameFingerprint.Of(frame);
        var group = _groups.FindIndex(group => IsNear(group.Fingerprint, fingerprint));
        if (group >= 0)
        {
            _groups[group].Times.Add(frame.Time);
            return false;
        }

        _groups.Add((fingerprint, [frame.Time]));
        return true;
    }

    private bool IsNear(FrameFingerprint one, FrameFingerprint other) =>
        one.HashDistance(other) <= maxHashDistance && one.ColourDistance(other) <= maxColourDistance;
}
