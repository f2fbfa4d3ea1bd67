using VideoGate.Cases;

namespace VideoGate.Safety;

/// <summary>Everything that the service said about the frames of a case. What stands here is not asked, nor paid for, again.</summary>
/// <param name="LeftOut">Ids of distinct frames that the budget had no call for.</param>
internal sealed record FrameSafety(IReadOnlyList<FrameResult> Frames, IReadOnlyList<int> LeftOut, string? Outage);

/// <param name="Severities">Null when the service did not take the frame.</param>
internal sealed record FrameResult(int Frame, double Seconds, Severities? Severities, string? Refused = null);

/// <summary>Everything that the service said about the texts of a case.</summary>
internal sealed record TextSafety(IReadOnlyList<TextResult> Parts, string? Outage);

/// <param name="Text">Which text; see <see cref="SafetyHit"/>.</param>
/// <param name="Part">From 1.</param>
internal sealed record TextResult(string Text, int Part, Severities Severities, IReadOnlyList<string> Blocklists);
