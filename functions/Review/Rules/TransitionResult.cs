using VideoGate.Cases;
using VideoGate.Http;

namespace VideoGate.Review.Rules;

/// <summary>What becomes of somebody's wish to change a review.</summary>
internal abstract record TransitionResult
{
    private TransitionResult()
    {
    }

    /// <summary>It is done once <paramref name="Next"/> is stored.</summary>
    public sealed record Applied(ModerationCase Next) : TransitionResult;

    /// <summary>There is nothing to do: the same was accepted before.</summary>
    public sealed record Unchanged : TransitionResult;

    public sealed record Rejected(ProblemResult Problem) : TransitionResult;
}
