namespace VideoGate.Cases.Queue;

/// <summary>A row of the queue with the blob name that it is sorted by.</summary>
public sealed record IndexedReview(string Name, ReviewRow Row);
