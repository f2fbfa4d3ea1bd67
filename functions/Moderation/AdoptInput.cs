using VideoGate.Cases;

namespace VideoGate.Moderation;

/// <summary>A judged video of an import whose decision is to be carried out.</summary>
public sealed record AdoptInput(string CaseId, ImportOrder Import);
