namespace VideoGate.Cases.Queue;

/// <summary>A row of the queue and the name that it is sorted by.</summary>
public sealed record IndexedReview(string Name, ReviewRow Row);
