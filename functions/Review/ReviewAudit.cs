using AiLabels;
using Serverless.Audit;
using Serverless.Cases;

namespace Serverless.Review;

/// <summary>What a review's record says has happened, as events. Each is of its kind once, so recording them again adds nothing.</summary>
internal static class ReviewAudit
{
    public static IReadOnlyList<AuditEvent> EventsOf(Cases.Review review)
    {
        List<AuditEvent> events = [];
        if (review.RemindedAt is not null)
        {
            events.Add(new("review-reminded", "policy", []));
        }

        if (review.EscalatedAt is not null)
        {
            events.Add(new("review-escalated", "policy", []));
        }

        if (review.Decision is { } decision)
        {
            events.Add(new("review-decided", decision.DecidedBy, new()
            {
                ["verdict"] = CamelCase.Name(decision.Verdict),
                ["reasonCode"] = decision.ReasonCode,
                ["note"] = decision.Note ?? "",
            }));
        }

        return events;
    }
}
