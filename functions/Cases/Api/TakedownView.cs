using VideoGate.Access;

namespace VideoGate.Cases.Api;

/// <summary>
/// An order to take a video down as returned by the API. Uploaders see it once it is carried out, without names and texts.
/// </summary>
/// <param name="Number">Staff only, as are all that follow.</param>
internal sealed record TakedownView(
    string Kind,
    TakedownState State,
    DateTimeOffset ReceivedAt,
    DateTimeOffset? DecidedAt,
    DateTimeOffset? RemovedAt,
    int? Number = null,
    string? Reference = null,
    string? Note = null,
    string? OrderedBy = null,
    DateTimeOffset? OrderedAt = null,
    DateTimeOffset? DueAt = null,
    bool? ByClock = null,
    bool? Copies = null,
    IReadOnlyList<string>? CopiesFound = null,
    string? CopyOf = null,
    DateTimeOffset? EscalatedAt = null,
    DateTimeOffset? OverdueAt = null,
    string? DecidedBy = null,
    string? DecisionNote = null)
{
    /// <returns>The view; null if the caller may not see the order.</returns>
    public static TakedownView? Of(Takedown order, Caller caller)
    {
        var shown = new TakedownView(order.Kind, order.State, order.ReceivedAt, order.DecidedAt, order.RemovedAt);
        return !caller.IsStaff ? order.State is TakedownState.CarriedOut ? shown : null : shown with
        {
            Number = order.Number,
            Reference = order.Reference,
            Note = order.Note,
            OrderedBy = order.OrderedBy,
            OrderedAt = order.OrderedAt,
            DueAt = order.DueAt,
            ByClock = order.ByClock,
            Copies = order.Copies,
            CopiesFound = order.CopiesFound,
            CopyOf = order.CopyOf,
            EscalatedAt = order.EscalatedAt,
            OverdueAt = order.OverdueAt,
            DecidedBy = order.DecidedBy,
            DecisionNote = order.DecisionNote,
        };
    }
}
