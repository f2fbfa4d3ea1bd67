using VideoGate.Cases;

namespace VideoGate.Publishing;

/// <summary>Result of a labelled copy: passed inspection if there is neither a problem nor a time to wait.</summary>
/// <param name="Wait">After what time to ask again, because other copies are being made; null if it was made or has a problem.</param>
public sealed record LabelledVideo(LabelProblem? Problem, TimeSpan? Wait = null);
