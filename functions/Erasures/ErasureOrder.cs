namespace VideoGate.Erasures;

/// <summary>
/// An order to erase the personal data of an uploader, stored as <c>erasures/{erasureId}.json</c> in container <c>cases</c>. Once it has
/// ended it names neither the uploader nor their pseudonym: kept together with the cases, it would lead back to them.
/// </summary>
public sealed record ErasureOrder
{
    public int SchemaVersion { get; init; } = 1;

    public required string ErasureId { get; init; }

    public required ErasureState State { get; init; }

    /// <summary>Reference of the uploader; null once the order has ended.</summary>
    public string? Uploader { get; init; }

    /// <summary>Subject of the first senior moderator.</summary>
    public required string OrderedBy { get; init; }

    public required DateTimeOffset OrderedAt { get; init; }

    /// <summary>Until when a second person may confirm.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>Subject of the second person, who confirmed or refused.</summary>
    public string? ConfirmedBy { get; init; }

    /// <summary>What was uploaded later is not part of the order.</summary>
    public DateTimeOffset? ConfirmedAt { get; init; }

    public DateTimeOffset? CompletedAt { get; init; }

    public ErasureCounts Counts { get; init; } = new();

    public bool IsAwaitedAt(DateTimeOffset now) => State is ErasureState.AwaitingConfirmation && now < ExpiresAt;

    /// <summary>Gets whether the order may still be confirmed, or is being carried out.</summary>
    public bool IsOpenAt(DateTimeOffset now) => State is ErasureState.Confirmed || IsAwaitedAt(now);
}
