using VideoGate.Cases;

namespace VideoGate.Safety;

/// <param name="Blocklists">Names of those that match.</param>
public sealed record TextAnswer(Severities Severities, IReadOnlyList<string> Blocklists);
