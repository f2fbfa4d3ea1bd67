namespace VideoGate.Review.Queue;

/// <summary>The reviews that expired in one hour.</summary>
/// <param name="Begin">Start of the hour.</param>
/// <param name="Open">Number of open reviews at its start.</param>
/// <param name="Expired">Ids of the cases whose reviews expired.</param>
internal sealed record ExpiryWindow(DateTimeOffset Begin, int Open, IReadOnlyList<string> Expired);
