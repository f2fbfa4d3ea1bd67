using Serverless.Cases;

namespace Serverless.Review;

/// <summary>How a review may go from state to state. What is decided or expired stays so.</summary>
public static class ReviewTransitions
{
    private static readonly HashSet<(ReviewState From, ReviewState To)> Legal =
    [
        (ReviewState.Open, ReviewState.Escalated),
        (ReviewState.Open, ReviewState.Decided),
        (ReviewState.Open, ReviewState.Expired),
        (ReviewState.Escalated, ReviewState.Decided),
        (ReviewState.Escalated, ReviewState.Expired),
    ];

    public static bool IsLegal(ReviewState from, ReviewState to) => Legal.Contains((from, to));
}
