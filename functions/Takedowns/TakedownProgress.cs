namespace VideoGate.Takedowns;

/// <summary>The progress of an order.</summary>
/// <param name="NextAt">When the order must be looked at again; null if it is finished.</param>
public sealed record TakedownProgress(DateTimeOffset? NextAt);
