using Serverless.Cases;
using Serverless.Policies;

namespace Serverless.Publishing.Labelling;

/// <summary>A review that must be decided once more. Pure.</summary>
internal static class Reopened
{
    /// <remarks>With the whole of the policy's schedule before it: the old one may have run out while the label was being made.</remarks>
    public static Cases.Review From(Cases.Review review, ReviewPolicy policy, DateTimeOffset now) => review with
    {
        State = ReviewState.Open,
        OpenedAt = now,
        DueAt = now + policy.ExpireAfter,
        RemindedAt = null,
        EscalatedAt = null,
        Decision = null,
    };
}
