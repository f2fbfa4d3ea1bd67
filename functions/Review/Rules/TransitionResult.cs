using VideoGate.Cases;
using VideoGate.Http;

namespace VideoGate.Review.Rules;

/// <summary>The result of a command on a review.</summary>
internal abstract record TransitionResult
{
    private TransitionResult()
    {
    }

    /// <summary>Takes effect once <paramref name="Next"/> is stored.</summary>
    public sealed record Applied(ModerationCase Next) : TransitionResult;

    /// <summary>Nothing to do: the same command was applied before.</summary>
    public sealed record Unchanged : TransitionResult;

    public sealed record Rejected(ProblemResult Problem) : TransitionResult;
}
