using VideoGate.Cases;
using VideoGate.Cases.Api;

namespace VideoGate.Takedowns;

/// <summary>Open orders, the earliest deadline first, and the kinds that an order may have.</summary>
internal sealed record TakedownList(IReadOnlyList<TakedownItem> Items, IReadOnlyList<TakedownKind> Kinds);

/// <summary>An open order.</summary>
/// <param name="Name">Blob name of the upload. Untrusted text.</param>
internal sealed record TakedownItem(string CaseId, string Name, CaseState State, TakedownView Takedown);
