using AiLabels.Reports;
using VideoGate.Access;
using VideoGate.Audit;
using VideoGate.Cases;
using VideoGate.Http;
using VideoGate.Policies;
using VideoGate.Review.Rules;
using VideoGate.Storage;

namespace VideoGate.Takedowns;

/// <summary>Rules of orders to take published videos down. Pure.</summary>
internal static class TakedownRules
{
    /// <summary>Enters an order, and carries it out unless it waits for a decision. Repeating the same order changes nothing.</summary>
    public static TransitionResult Order(
        StoredCase current, TakedownOrder asked, Caller caller, DateTimeOffset now, ReviewPolicy policy)
    {
        var kind = TakedownKinds.Find(asked.Kind)!;
        if (current.Case.Takedown is { } known && IsRepeated(known, asked, caller))
        {
            return new TransitionResult.Unchanged();
        }

        if (Refuse(current.Case, caller) is { } refused)
        {
            return refused;
        }

        if (current.Case.Takedown is { State: TakedownState.Ordered } open)
        {
            return ReviewGuards.Reject(Problems.TakedownOpen
                .Because($"An order of kind {open.Kind} waits for a decision.").With("dueAt", open.DueAt));
        }

        var received = asked.ReceivedAt ?? now;
        var due = kind.DueAt(received, asked.DueAt);
        var order = new Takedown
        {
            Number = (current.Case.Takedown?.Number ?? 0) + 1,
            Kind = kind.Id,
            State = TakedownState.Ordered,
            Reference = asked.Reference,
            Note = asked.Note,
            OrderedBy = caller.Subject,
            OrderedAt = now,
            ReceivedAt = received,
            DueAt = due,
            ByClock = kind.ByClock && due is not null,
            Copies = asked.IdenticalCopies ?? kind.Copies,
        };
        return Entered(current.Case, order, asked.Pending || !MayDecide(kind, caller) ? null : caller.Subject, now, policy);
    }

    /// <summary>Enters the order about another case for an identical copy of its video, and carries it out.</summary>
    /// <param name="order">The order about the other case, carried out.</param>
    public static TransitionResult OrderCopy(
        StoredCase current, string copyOf, Takedown order, DateTimeOffset now, ReviewPolicy policy) =>
        current.Case.State is not CaseState.Published
            ? new TransitionResult.Unchanged()
            : Entered(current.Case, order with
            {
                Number = (current.Case.Takedown?.Number ?? 0) + 1,
                State = TakedownState.Ordered,
                OrderedAt = now,
                Copies = false,
                CopiesFound = [],
                CopyOf = copyOf,
                EscalatedAt = null,
                OverdueAt = null,
                DecidedBy = null,
                DecidedAt = null,
                Round = 0,
                RemovedAt = null,
            }, order.DecidedBy, now, policy);

    /// <summary>Carries a waiting order out, or withdraws it.</summary>
    public static TransitionResult Decide(
        StoredCase current, TakedownDecision decision, Caller caller, DateTimeOffset now, ReviewPolicy policy)
    {
        if (current.Case.Takedown is not { } order)
        {
            return ReviewGuards.Reject(Problems.NotFound.Because("There is no order to take this video down."));
        }

        if (ReviewGuards.OwnUpload(current.Case, caller.Subject) is { } own)
        {
            return own;
        }

        var state = decision.CarryOut is true ? TakedownState.CarriedOut : TakedownState.Withdrawn;
        if (order.State is not TakedownState.Ordered)
        {
            return (order.State, order.DecidedBy) == (state, caller.Subject)
                ? new TransitionResult.Unchanged()
                : ReviewGuards.Reject(Problems.TakedownDecided.Because($"The order is {CamelCase.Name(order.State)}."));
        }

        if (!(TakedownKinds.Find(order.Kind) is { } kind && MayDecide(kind, caller)))
        {
            return ReviewGuards.Reject(Problems.Forbidden.Because("A senior moderator must decide orders of this kind."));
        }

        var decided = order with { DecidedBy = caller.Subject, DecidedAt = now, DecisionNote = decision.Note };
        return new TransitionResult.Applied(state is TakedownState.CarriedOut
            ? TakedownRemoval.CarryOut(current.Case, decided, policy, [])
            : current.Case with
            {
                Takedown = decided with { State = TakedownState.Withdrawn },
                Unlogged = [TakedownEvents.Withdrawn(decided)],
            });
    }

    /// <returns>The next action due by <paramref name="now"/>, one at a time.</returns>
    public static TransitionResult Advance(StoredCase current, int number, DateTimeOffset now, ReviewPolicy policy)
    {
        if (current.Case.Takedown is not { } order || order.Number != number || !TakedownSchedule.IsOpen(order))
        {
            return new TransitionResult.Unchanged();
        }

        return order.State is TakedownState.Ordered && now >= TakedownSchedule.CarryOutAt(order)
            ? new TransitionResult.Applied(TakedownRemoval.CarryOut(
                current.Case, order with { DecidedBy = Actors.Policy, DecidedAt = now }, policy, []))
            : order.EscalatedAt is null && now >= TakedownSchedule.EscalateAt(order) ? new TransitionResult.Applied(current.Case with
            {
                Takedown = order with { EscalatedAt = now },
                Unlogged = [TakedownEvents.Escalated(order)],
            })
            : order.OverdueAt is null && now >= order.DueAt ? new TransitionResult.Applied(current.Case with
            {
                Takedown = order with { OverdueAt = now },
                Unlogged = [TakedownEvents.Overdue(order)],
            })
            : new TransitionResult.Unchanged();
    }

    /// <summary>Lists the cases of identical copies that are taken down with this video.</summary>
    public static TransitionResult List(StoredCase current, int number, IReadOnlyList<string> copies) =>
        current.Case.Takedown is { } order && order.Number == number && copies.Except(order.CopiesFound).ToList() is { Count: > 0 } added
            ? new TransitionResult.Applied(current.Case with
            {
                Takedown = order with { CopiesFound = [.. order.CopiesFound, .. added] },
                Unlogged = [TakedownEvents.Copies(order, added)],
            })
            : new TransitionResult.Unchanged();

    private static TransitionResult.Applied Entered(
        ModerationCase published, Takedown order, string? decidedBy, DateTimeOffset now, ReviewPolicy policy)
    {
        var entered = TakedownEvents.Ordered(order);
        return new(decidedBy is null
            ? published with { Takedown = order, Unlogged = [entered] }
            : TakedownRemoval.CarryOut(published, order with { DecidedBy = decidedBy, DecidedAt = now }, policy, [entered]));
    }

    private static TransitionResult? Refuse(ModerationCase ordered, Caller caller) =>
        ReviewGuards.OwnUpload(ordered, caller.Subject)
        ?? (ordered.State is not CaseState.Published || ordered.Location?.Container != Containers.Published
            ? ReviewGuards.Reject(Problems.NotPublished.Because($"The case is {CamelCase.Name(ordered.State)}."))
            : null);

    private static bool MayDecide(TakedownKind kind, Caller caller) => kind.DecidedBy is TakedownRole.Moderator || caller.IsSenior;

    private static bool IsRepeated(Takedown known, TakedownOrder asked, Caller caller) =>
        known.State is not TakedownState.Withdrawn && known.RemovedAt is null
        && (known.Kind, known.Note, known.Reference, known.OrderedBy) == (asked.Kind, asked.Note, asked.Reference, caller.Subject);
}
