using VideoGate.Cases;

namespace VideoGate.Detectors;

/// <summary>Input of the step that asks the detectors.</summary>
/// <param name="Call">Number of the call about this case, from 1.</param>
/// <param name="Known">Results of earlier calls: those detectors are not asked again.</param>
public sealed record DetectorInput(string CaseId, HeldVideo Held, int Call, IReadOnlyList<DetectorResult> Known);

/// <summary>Results so far.</summary>
/// <param name="Results">One for each detector; unavailable for one that has not answered yet.</param>
/// <param name="Wait">How long to wait before the next call; null if none is needed, or no more is allowed.</param>
/// <param name="MaxWait">How long a case waits in all.</param>
public sealed record DetectorCheck(IReadOnlyList<DetectorResult> Results, TimeSpan? Wait, TimeSpan MaxWait);
