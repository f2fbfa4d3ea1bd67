using VideoGate.Access;
using VideoGate.Cases;

namespace VideoGate.Review;

/// <summary>What becomes of somebody's wish to change a review.</summary>
internal abstract record Ruling
{
    private Ruling()
    {
    }

    /// <summary>It is done once <paramref name="Next"/> is stored.</summary>
    public sealed record Accepted(ModerationCase Next) : Ruling;

    /// <summary>There is nothing to do: the same was accepted before.</summary>
    public sealed record Repeated : Ruling;

    public sealed record Refused(ProblemResult Problem) : Ruling;
}
