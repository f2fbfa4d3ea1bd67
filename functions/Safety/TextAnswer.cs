using VideoGate.Cases;

namespace VideoGate.Safety;

/// <param name="Blocklists">Names of the matched blocklists.</param>
public sealed record TextAnswer(Severities Severities, IReadOnlyList<string> Blocklists);
