using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using VideoGate.Testing;

namespace VideoGate.Infra.Tests.Walk;

public sealed partial class AlertsTests
{
    private static readonly string Infra = Path.Combine(Repository.Root, "infra");

    // Properties that Azure Monitor's exporter adds to each line. Our own placeholders begin with a capital, those of the Functions host do
    // not.
    private static readonly string[] OfTheExporter = ["CategoryName", "EventId"];

    public static TheoryData<string> QueriesForEvents { get; } =
    [
        .. from path in Directory.GetFiles(Path.Combine(Infra, "queries"))
           where EventId().IsMatch(File.ReadAllText(path))
           orderby path
           select Path.GetFileName(path),
    ];

    [Theory]
    [MemberData(nameof(QueriesForEvents))]
    public void Query_LooksForWhatTheCodeLogs(string file)
    {
        // Arrange
        var query = File.ReadAllText(Path.Combine(Infra, "queries", file));
        var id = EventId().Match(query).Groups[1].Value;
        var message = Assert.Single(AppCode.Events[int.Parse(id, CultureInfo.InvariantCulture)]);

        // Act
        var sought = Dimension().Matches(query).Select(match => match.Groups[1].Value).Except(OfTheExporter);

        // Assert
        Assert.Contains($"EventId) == \"{id}\"", query, StringComparison.Ordinal);
        Assert.All(sought, name => Assert.Contains($"{{{name}}}", message, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Provisioned.Environments), MemberType = typeof(Provisioned))]
    public void Alerts_UseEveryQuery(string environment)
    {
        // Arrange
        var files = Directory.GetFiles(Path.Combine(Infra, "queries")).Select(File.ReadAllText);

        // Act
        var used = Provisioned.Of(environment).OfType("Microsoft.Insights/scheduledQueryRules")
            .Select(alert => alert.Properties.GetProperty("criteria").GetProperty("allOf")[0].GetProperty("query").GetString());

        // Assert
        Assert.Equal(files.Order(StringComparer.Ordinal), used.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Provisioned.Environments), MemberType = typeof(Provisioned))]
    public void Alerts_EachHaveARunbook(string environment)
    {
        // Arrange
        var runbooks = File.ReadLines(Path.Combine(Repository.Root, "docs", "operations.md"))
            .Where(line => line.StartsWith("### ", StringComparison.Ordinal)).Select(line => line[4..].Trim('`'));
        string[] types = ["Microsoft.Insights/scheduledQueryRules", "Microsoft.Insights/metricAlerts"];

        // Act
        var alerts = types.SelectMany(Provisioned.Of(environment).OfType).Select(alert => alert.Name.Split($"-{environment}-")[1]);

        // Assert
        Assert.Equal(alerts.Order(StringComparer.Ordinal), runbooks.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Provisioned.Environments), MemberType = typeof(Provisioned))]
    public void Workbook_IsAWorkbook(string environment)
    {
        // Act
        var workbook = Assert.Single(Provisioned.Of(environment).OfType("Microsoft.Insights/workbooks"));
        using var content = JsonDocument.Parse(workbook.Properties.GetProperty("serializedData").GetString()!);

        // Assert
        Assert.Equal("Notebook/1.0", content.RootElement.GetProperty("version").GetString());
        Assert.NotEmpty(content.RootElement.GetProperty("items").EnumerateArray());
    }

    [GeneratedRegex(@"^// event (\d+)", RegexOptions.Multiline)]
    private static partial Regex EventId();

    [GeneratedRegex(@"imensions\.([A-Z]\w*)")]
    private static partial Regex Dimension();
}
