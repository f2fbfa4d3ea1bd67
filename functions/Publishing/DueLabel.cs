using System.Security.Cryptography;
using System.Text;
using VideoGate.Cases;

namespace VideoGate.Publishing;

/// <summary>
/// The labels to add before a video is published: ordered by a moderator, or required by the policies that publish it. Pure.
/// </summary>
/// <param name="OrderId">The same for the same decision, different for a later one.</param>
internal sealed record DueLabel(string OrderId, LabelOrder Order)
{
    /// <returns>The order, or null if the decision in effect orders no label.</returns>
    public static DueLabel? Of(ModerationCase decided) => decided switch
    {
        { ClosedAt: not null } => null,
        { Review.Decision: { Label: { } order } decision } => new(Id(decision), order),
        { Review: null, Decision: { Outcome: not DecisionOutcome.Quarantine } decision }
            when LabelOrder.RequiredBy(decision) is { } order => new(Id(decision), order),
        _ => null,
    };

    public static string Id(ReviewDecision decision) => Hash($"{decision.DecidedBy}\n{decision.IdempotencyKey}\n{decision.DecidedAt:O}");

    public static string Id(Decision decision) => Hash($"{decision.Policy.Hash}\n{decision.Reason}\n{decision.DecidedAt:O}");

    private static string Hash(string decision) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(decision)))[..32];
}
