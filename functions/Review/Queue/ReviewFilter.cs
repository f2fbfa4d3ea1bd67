using VideoGate.Cases;
using VideoGate.Cases.Queue;

namespace VideoGate.Review.Queue;

/// <summary>Filter of the review queue; a null member does not filter.</summary>
/// <param name="Assignee">Holder of the claim; <see cref="Nobody"/> for unclaimed reviews.</param>
internal sealed record ReviewFilter(
    ReviewState? State = null,
    string? Reason = null,
    string? Generator = null,
    string? Policy = null,
    string? Assignee = null,
    DateTimeOffset? OpenedBefore = null)
{
    /// <summary>Empty, which no subject is.</summary>
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
