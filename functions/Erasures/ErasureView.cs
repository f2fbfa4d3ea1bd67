namespace VideoGate.Erasures;

/// <summary>An order as returned by the API: its state, and what became of the data.</summary>
internal sealed record ErasureView(
    string ErasureId,
    ErasureState State,
    string OrderedBy,
    DateTimeOffset OrderedAt,
    DateTimeOffset ExpiresAt,
    string? ConfirmedBy,
    DateTimeOffset? ConfirmedAt,
    DateTimeOffset? CompletedAt,
    DeletedData Deleted,
    PseudonymisedData Pseudonymised,
    IReadOnlyList<KeptData> Kept)
{
    private static readonly IReadOnlyList<KeptData> AlwaysKept =
    [
        new(
            "State, times, policy, decisions and reason codes of each case, under a pseudonym that leads to no one.",
            "Records of labelling decisions (Measures for labelling AI-generated content; Digital Services Act art. 17)."),
        new(
            "Audit logs, as they are. Names, file names and free text in them were encrypted; their keys are deleted.",
            "The logs prove that no decision was changed, and are append-only."),
        new(
            "This order, without the uploader.",
            "Proof that the data were erased (GDPR art. 5(2))."),
    ];

    public static ErasureView Of(ErasureOrder order, DateTimeOffset now) => new(
        order.ErasureId,
        order.State is ErasureState.AwaitingConfirmation && !order.IsAwaitedAt(now) ? ErasureState.Expired : order.State,
        order.OrderedBy,
        order.OrderedAt,
        order.ExpiresAt,
        order.ConfirmedBy,
        order.ConfirmedAt,
        order.CompletedAt,
        new(order.Counts.Videos, order.Counts.Files, order.Counts.Tickets, order.Counts.Histories),
        new(order.Counts.Cases),
        AlwaysKept);
}

/// <param name="Files">Evidence.</param>
/// <param name="Uploads">Records of uploads.</param>
/// <param name="Histories">Of orchestrations and webhook deliveries.</param>
internal sealed record DeletedData(int Videos, int Files, int Uploads, int Histories);

internal sealed record PseudonymisedData(int Cases);

/// <param name="Why">Why it is kept.</param>
internal sealed record KeptData(string What, string Why);
