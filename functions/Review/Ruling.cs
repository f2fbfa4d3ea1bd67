using Serverless.Access;
using Serverless.Cases;

namespace Serverless.Review;

/// <summary>What becomes of a decision that somebody wants to make.</summary>
internal abstract record Ruling
{
    private Ruling()
    {
    }

    /// <summary>It stands once <paramref name="Next"/> is stored.</summary>
    public sealed record Accepted(ModerationCase Next) : Ruling;

    /// <summary>It stands already: the same request was accepted before.</summary>
    public sealed record Repeated : Ruling;

    public sealed record Refused(ProblemResult Problem) : Ruling;
}
