using VideoGate.Cases;

namespace VideoGate.Publishing;

/// <summary>What became of a labelled copy: in order when there is no problem.</summary>
public sealed record LabelledVideo(LabelProblem? Problem);
