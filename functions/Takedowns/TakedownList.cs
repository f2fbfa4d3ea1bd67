using VideoGate.Cases;
using VideoGate.Cases.Api;

namespace VideoGate.Takedowns;

/// <summary>Open orders, the earliest deadline first.</summary>
internal sealed record TakedownList(IReadOnlyList<TakedownItem> Items);

/// <summary>An open order.</summary>
/// <param name="Name">Blob name of the upload. Untrusted text.</param>
internal sealed record TakedownItem(string CaseId, string Name, CaseState State, TakedownView Takedown);
