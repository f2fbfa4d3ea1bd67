using System.Text;
using VideoGate.Policies;

namespace VideoGate.Tests.Policies;

/// <summary>Small policies for invalid variants.</summary>
internal static class PolicyTexts
{
    public const string Valid = """
        {
          "id": "house",
          "version": "1",
          "title": "标题",
          "source": "House rule",
          "rules": [
            { "id": "ai", "when": { "origin": ["confirmed"] }, "then": "quarantine", "reason": "ai" }
          ],
          "otherwise": { "then": "publish", "reason": "no-ai-label" },
          "notice": { "confirmed": "1" },
          "review": {
            "remindAfter": "PT1M",
            "escalateAfter": "PT2M",
            "expireAfter": "P1DT3M",
            "onExpiry": "keep",
            "reasonCodes": {
              "approve": [{ "code": "fine", "title": "Fine" }],
              "reject": [{ "code": "bad", "title": "Bad" }]
            }
          }
        }
        """;

    /// <summary>Queries Content Safety.</summary>
    public const string Safety =
        "\"safety\": { \"thresholds\": { \"hate\": 4, \"selfHarm\": 4, \"sexual\": 4, \"violence\": 4 }, \"maxCalls\": 20, \"maxWait\": \"PT1H\" },";

    /// <summary>The valid policy that also queries Content Safety.</summary>
    public static string WithSafety { get; } = Valid.Replace("\"review\": {", $"{Safety}\n  \"review\": {{", StringComparison.Ordinal);

    private const string Rule = """{ "id": "ai", "when": { "origin": ["confirmed"] }, "then": "quarantine", "reason": "ai" }""";

    public static Policy WithRule(string rule) => Read(Rules(rule));

    /// <summary>The valid policy with these rules instead of its own.</summary>
    public static string Rules(params string[] rules) => Valid.Replace(Rule, string.Join(",\n    ", rules), StringComparison.Ordinal);

    public static Policy Read(string text) => PolicyReader.Read("house.json", Encoding.UTF8.GetBytes(text));

    public static IReadOnlyList<PolicyError> Errors(string text) => Assert.Throws<InvalidPolicyException>(() => Read(text)).Errors;
}
