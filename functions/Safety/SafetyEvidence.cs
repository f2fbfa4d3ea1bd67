using VideoGate.Cases;

namespace VideoGate.Safety;

/// <summary>The service's results of the frames of a case. Stored results are not requested, nor paid for, again.</summary>
/// <param name="LeftOut">Ids of distinct frames beyond the call budget.</param>
internal sealed record FrameSafety(IReadOnlyList<FrameResult> Frames, IReadOnlyList<int> LeftOut, string? Outage);

/// <param name="Severities">Null if the service rejected the frame.</param>
internal sealed record FrameResult(int Frame, double Seconds, Severities? Severities, string? Refused = null);

/// <summary>The service's results of the texts of a case.</summary>
internal sealed record TextSafety(IReadOnlyList<TextResult> Parts, string? Outage);

/// <param name="Text">Name of the text; see <see cref="SafetyHit"/>.</param>
/// <param name="Part">Starts at 1.</param>
/// <param name="Severities">Null if the service rejected the text.</param>
internal sealed record TextResult(
    string Text, int Part, Severities? Severities, IReadOnlyList<string> Blocklists, string? Refused = null);
