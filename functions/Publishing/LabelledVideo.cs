using VideoGate.Cases;

namespace VideoGate.Publishing;

/// <summary>Result of a labelled copy: passed inspection if there is no problem.</summary>
public sealed record LabelledVideo(LabelProblem? Problem);
