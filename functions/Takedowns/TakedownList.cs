using VideoGate.Cases;
using VideoGate.Cases.Api;

namespace VideoGate.Takedowns;

/// <summary>Open orders, the earliest deadline first, and the kinds that an order may have.</summary>
internal sealed record TakedownList(IReadOnlyList<TakedownItem> Items, IReadOnlyList<TakedownKind> Kinds)
{
    /// <summary>Orders shown.</summary>
    internal const int Most = 200;

    /// <summary>Sorts all open orders by their deadlines; those without one come last, by the time of their receipt.</summary>
    public static TakedownList Of(IEnumerable<TakedownItem> open) => new(
        [
            .. open.OrderBy(item => item.Takedown.DueAt ?? DateTimeOffset.MaxValue).ThenBy(item => item.Takedown.ReceivedAt)
                .ThenBy(item => item.CaseId, StringComparer.Ordinal).Take(Most),
        ],
        TakedownKinds.All);
}

/// <summary>An open order.</summary>
/// <param name="Name">Blob name of the upload. Untrusted text.</param>
internal sealed record TakedownItem(string CaseId, string Name, CaseState State, TakedownView Takedown);
