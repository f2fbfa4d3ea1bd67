using System.Globalization;
using System.Text.RegularExpressions;
using VideoGate.Testing;

namespace VideoGate.Tests.Telemetry.Insights;

/// <summary>A rule of <c>infra/modules/alerts.bicep</c> that queries Application Insights.</summary>
/// <param name="Query">Text of its file in <c>infra/queries</c>, the deployed one.</param>
internal sealed partial record Alert(string Name, string Query, string Operator, int Threshold)
{
    private static readonly string Infra = Path.Combine(Repository.Root, "infra");

    public static IReadOnlyDictionary<string, Alert> All { get; } = RulePattern()
        .Matches(File.ReadAllText(Path.Combine(Infra, "modules", "alerts.bicep")))
        .Select(rule => new Alert(
            rule.Groups["name"].Value,
            File.ReadAllText(Path.Combine(Infra, "queries", rule.Groups["file"].Value)),
            rule.Groups["operator"].Value,
            int.Parse(rule.Groups["rows"].Value, CultureInfo.InvariantCulture)))
        .ToDictionary(alert => alert.Name);

    /// <summary>Returns true if the rule would fire, given only these rows in its window.</summary>
    public bool Fires(ApplicationInsights insights) => IsReached(insights.Query(Query).Count);

    public bool IsReached(int rows) => Operator switch
    {
        "GreaterThan" => rows > Threshold,
        "LessThan" => rows < Threshold,
        _ => throw new InvalidOperationException($"{Name}: operator {Operator} is not known."),
    };

    [GeneratedRegex(@"name: '(?<name>[\w-]+)'\s+severity: \d\s+window: [^\n]+\s+query: loadTextContent\('\.\./queries/(?<file>[\w-]+\.kql)'\)\s+operator: '(?<operator>\w+)'\s+rows: (?<rows>\d+)")]
    private static partial Regex RulePattern();
}
