using VideoGate.Audit;
using VideoGate.Cases;

namespace VideoGate.Takedowns;

/// <summary>Events of orders. Pure.</summary>
internal static class TakedownEvents
{
    public static CaseEvent Ordered(Takedown order) => new(
        Id(AuditEventTypes.TakedownOrdered, order), AuditEventTypes.TakedownOrdered.Name, order.OrderedBy, new Dictionary<string, string>
        {
            ["kind"] = order.Kind,
            ["reference"] = order.Reference ?? "",
            ["note"] = order.Note ?? "",
            ["received"] = $"{order.ReceivedAt:O}",
            ["due"] = $"{order.DueAt:O}",
            ["copies"] = order.Copies ? "true" : "false",
            ["copyOf"] = order.CopyOf ?? "",
        });

    public static CaseEvent Escalated(Takedown order) => new(
        Id(AuditEventTypes.TakedownEscalated, order), AuditEventTypes.TakedownEscalated.Name, Actors.Policy, new Dictionary<string, string>
        {
            ["kind"] = order.Kind,
            ["due"] = $"{order.DueAt:O}",
        });

    public static CaseEvent Overdue(Takedown order) => new(
        Id(AuditEventTypes.TakedownOverdue, order), AuditEventTypes.TakedownOverdue.Name, Actors.Policy, new Dictionary<string, string>
        {
            ["kind"] = order.Kind,
            ["due"] = $"{order.DueAt:O}",
        });

    public static CaseEvent Withdrawn(Takedown order) => new(
        Id(AuditEventTypes.TakedownWithdrawn, order), AuditEventTypes.TakedownWithdrawn.Name, order.DecidedBy!,
        new Dictionary<string, string> { ["kind"] = order.Kind, ["note"] = order.DecisionNote ?? "" });

    /// <param name="added">Ids of cases.</param>
    public static CaseEvent Copies(Takedown order, IReadOnlyList<string> added) => new(
        $"{Id(AuditEventTypes.TakedownCopies, order)}:{order.CopiesFound.Count}", AuditEventTypes.TakedownCopies.Name, Actors.System,
        new Dictionary<string, string> { ["cases"] = string.Join(' ', added) });

    private static string Id(AuditEventType type, Takedown order) => $"{type.Name}:{order.Number}";
}
