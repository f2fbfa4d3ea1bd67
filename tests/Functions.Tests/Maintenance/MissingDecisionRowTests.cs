using VideoGate.Audit;
using VideoGate.Cases;
using VideoGate.Reporting.Decisions;
using VideoGate.Tests.Support;

namespace VideoGate.Tests.Maintenance;

public sealed class MissingDecisionRowTests
{
    private static readonly DateTimeOffset Opened = TestCases.Opened;

    [Fact]
    public void Rows_OfALog_AreThoseOfDecisionsWithTheTimeThatEachWasWaitedFor()
    {
        var waiting = TestCases.Quarantined();
        var decision = new ReviewDecision
        {
            Verdict = ReviewVerdict.Reject,
            ReasonCode = "label-missing",
            DecidedBy = "bob",
            DecidedAt = Opened,
            IdempotencyKey = "1",
            RequestHash = "",
        };
        var decided = waiting with
        {
            Review = waiting.Review! with
            {
                OpenedAt = Opened.AddHours(2),
                Past = [new(Opened.AddMinutes(1), decision, RoundEnding.Undone, "bob", Opened.AddHours(2), null)],
            },
        };

        var rows = DecisionRow.Of(decided, [
            Entry("opened", "system", 0, []),
            Entry("decided", "policy", 30, new() { ["outcome"] = "Quarantine", ["reason"] = "label-missing" }),
            Entry("review-decided", "bob", 3660, new() { ["verdict"] = "reject", ["reasonCode"] = "label-missing" }),
            Entry("review-decided", "carol", 7320, new() { ["verdict"] = "approve", ["reasonCode"] = "label-verified" }),
            Entry("published", "system", 7321, []),
        ]);

        Assert.Equal(
            [("decided", "Quarantine", "label-missing", true, 30), ("review-decided", "reject", "label-missing", false, 3600),
                ("review-decided", "approve", "label-verified", false, 120)],
            rows.Select(row => (row.Type, row.Outcome, row.Reason, row.Automated, row.Seconds!.Value)));
    }

    private static AuditEntry Entry(string type, string actor, int seconds, Dictionary<string, string> data) => new()
    {
        CaseId = TestCases.Quarantined().CaseId,
        Sequence = 1,
        CaseHash = "",
        Id = $"{type}:{seconds}",
        At = Opened.AddSeconds(seconds),
        Type = type,
        Actor = actor,
        Data = data,
        PreviousHash = "",
        Hash = "",
    };
}
