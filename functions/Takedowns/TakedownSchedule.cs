using VideoGate.Cases;

namespace VideoGate.Takedowns;

/// <summary>The times of an order: escalation, removal without a decision, end of the clock. Pure.</summary>
internal static class TakedownSchedule
{
    /// <summary>Time that carrying out a decision may take before it is escalated.</summary>
    private static readonly TimeSpan Removal = TimeSpan.FromMinutes(10);

    /// <summary>Interval at which a removal is followed.</summary>
    private static readonly TimeSpan RemovalLook = TimeSpan.FromMinutes(1);

    /// <summary>Interval at which an order without a clock is read again.</summary>
    private static readonly TimeSpan IdleLook = TimeSpan.FromDays(1);

    /// <summary>Gets when people are alerted: after half of the clock, and not while a decision is being carried out.</summary>
    public static DateTimeOffset? EscalateAt(Takedown order) =>
        order.DueAt is not { } due ? null
        : order.ReceivedAt + ((due - order.ReceivedAt) / 2) is var half && order.DecidedAt + Removal > half ? order.DecidedAt + Removal
        : half;

    /// <summary>
    /// Gets when an order is carried out without a decision: after five sixths of the clock, so that the removal has time.
    /// </summary>
    public static DateTimeOffset? CarryOutAt(Takedown order) =>
        order is { ByClock: true, DueAt: { } due } ? order.ReceivedAt + ((due - order.ReceivedAt) * 5 / 6) : null;

    /// <summary>Gets whether the video must still leave the published ones, or may have to.</summary>
    public static bool IsOpen(Takedown order) => order is { State: not TakedownState.Withdrawn, RemovedAt: null };

    /// <returns>When the order must be looked at again, or null if it is finished.</returns>
    public static DateTimeOffset? NextAt(Takedown order, DateTimeOffset now)
    {
        if (!IsOpen(order))
        {
            // Copies may have been uploaded meanwhile: they are sought once more at the end of the clock.
            return order is { State: TakedownState.CarriedOut, Copies: true, DueAt: { } end } && end > now ? end : null;
        }

        DateTimeOffset?[] times =
        [
            order.EscalatedAt is null ? EscalateAt(order) : null,
            order.State is TakedownState.Ordered ? CarryOutAt(order) : null,
            order.OverdueAt is null ? order.DueAt : null,
        ];
        var pause = order.State is TakedownState.Ordered ? IdleLook : RemovalLook;
        return times.Where(time => time > now).Append(now + pause).Min();
    }
}
