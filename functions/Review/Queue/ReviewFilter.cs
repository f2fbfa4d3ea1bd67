using VideoGate.Cases;
using VideoGate.Cases.Queue;

namespace VideoGate.Review.Queue;

/// <summary>Which reviews somebody wants to see; null asks for nothing.</summary>
/// <param name="Assignee">Who holds the claim; <see cref="Nobody"/> for reviews that are free to take.</param>
internal sealed record ReviewFilter(
    ReviewState? State = null,
    string? Reason = null,
    string? Generator = null,
    string? Policy = null,
    string? Assignee = null,
    DateTimeOffset? OpenedBefore = null)
{
    /// <summary>No subject is empty.</summary>
    public const string Nobody = "";

    public static ReviewFilter All { get; } = new();

    public bool Admits(ReviewRow row, DateTimeOffset now) =>
        (State is null || row.State == State)
        && (Reason is null || row.Reason == Reason)
        && (Generator is null || string.Equals(row.Generator, Generator, StringComparison.OrdinalIgnoreCase))
        && (Policy is null || row.PolicyId == Policy)
        && (Assignee is null || Assignee == (row.Claim is { } claim && now < claim.ExpiresAt ? claim.Holder : Nobody))
        && (OpenedBefore is null || row.OpenedAt < OpenedBefore);
}
