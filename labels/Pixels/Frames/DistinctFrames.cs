namespace AiLabels.Pixels.Frames;

/// <summary>Sorts frames into those that are worth a look of their own and those that look like one seen before.</summary>
/// <param name="maxHashDistance">Bits in which near-identical pictures may differ.</param>
/// <param name="maxColourDistance">Levels in which a cell of near-identical pictures may differ.</param>
public sealed class DistinctFrames(int maxHashDistance = 4, int maxColourDistance = 8)
{
    private readonly List<(FrameFingerprint Fingerprint, List<TimeSpan> Times)> _groups = [];

    /// <summary>One group for each distinct picture, in the order of their first frames.</summary>
    public IReadOnlyList<DistinctFrame> Groups =>
        [.. _groups.Select(group => new DistinctFrame(group.Times[0], group.Times[1..], group.Fingerprint.Hash))];

    /// <returns>True when the frame looks like none before, so that it has to be judged itself.</returns>
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
