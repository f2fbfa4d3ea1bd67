namespace VideoGate.Tests.Audit.Tampering;

/// <summary>What verification named.</summary>
/// <param name="What">A case id, or the name of a manifest.</param>
/// <param name="Where">Sequence of the entry, or the name of an index; 0 for a manifest.</param>
public sealed record NamedFault(string What, string Where, string Fault);
