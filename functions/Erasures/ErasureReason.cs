using VideoGate.Audit;

namespace VideoGate.Erasures;

/// <summary>Why a case is erased, for its audit log.</summary>
/// <param name="Actor">Who confirmed the order, or the app.</param>
/// <param name="Name"><c>order</c> or <c>retention</c>.</param>
internal sealed record ErasureReason(string Actor, string Name, string ErasureId = "", string OrderedBy = "")
{
    public static ErasureReason Retention { get; } = new(Actors.System, "retention");

    public static ErasureReason Of(ErasureOrder order) => new(order.ConfirmedBy!, "order", order.ErasureId, order.OrderedBy);
}
