namespace VideoGate.Tests.Telemetry.Kql;

public sealed class KqlQueryTests
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly Dictionary<string, IReadOnlyList<Row>> Tables = new()
    {
        ["traces"] =
        [
            Trace(0, "Case a ended Published.", "1", ("State", "Published"), ("Wait", "3")),
            Trace(20, "Case b ended Rejected.", "1", ("State", "Rejected"), ("Wait", "5")),
            Trace(70, "Case c waits", "2", ("State", "Published")),
        ],
        ["requests"] = [],
    };

    [Theory]
    [InlineData("traces", 3)]
    [InlineData("requests", 0)]
    [InlineData("traces // all of them\n| where true", 3)]
    [InlineData("traces | where tostring(customDimensions.EventId) == \"1\"", 2)]
    [InlineData("traces | where customDimensions.EventId != \"1\"", 1)]
    [InlineData("traces | where customDimensions.Nothing != \"1\"", 0)]
    [InlineData("traces | where tostring(customDimensions.Nothing) != \"1\"", 3)]
    [InlineData("traces | where message startswith \"case A\"", 1)]
    [InlineData("traces | where message endswith \"ended rejected.\" or message contains \"WAIT\"", 2)]
    [InlineData("traces | where message has \"ended\" and not(message has \"end\")", 2)]
    [InlineData("traces | where message !contains \"ended\"", 1)]
    [InlineData("traces | where tostring(customDimensions.State) in (\"Rejected\", 'Other')", 1)]
    [InlineData("traces | where tostring(customDimensions.State) !in (\"Rejected\")", 2)]
    [InlineData("traces | where toint(customDimensions.Wait) > 3", 1)]
    [InlineData("traces | where isnotempty(tostring(customDimensions.Wait))", 2)]
    [InlineData("traces | where timestamp > ago(1h)", 2)]
    [InlineData("traces | where message == \"x\" or message has \"a\" and message has \"b\"", 0)]
    [InlineData("traces | where tostring(customDimensions[\"EventId\"]) == \"2\"", 1)]
    [InlineData("traces | take 2", 2)]
    [InlineData("traces | summarize count()", 1)]
    [InlineData("requests | summarize count() by name", 0)]
    public void Run_OfARow_KeepsThoseThatKustoKeeps(string query, int rows) =>
        Assert.Equal(rows, KqlQuery.Run(query, Tables, Noon.AddMinutes(71)).Count);

    [Fact]
    public void Run_Summarize_CountsByGroupsInOrder()
    {
        const string Query = """
            traces
            | extend state = tostring(customDimensions.State), seen = iff(message has "ended", 1, 0)
            | summarize Cases = count(), Ended = countif(seen == 1), Waited = sum(todouble(customDimensions.Wait)), Last = max(timestamp) by state, bin(timestamp, 1h)
            | order by Cases desc
            | project state, Cases, Ended, Waited, hour = timestamp
            """;

        var rows = KqlQuery.Run(Query, Tables, Noon);

        Assert.Equal(
            [("Published", 1d, 1d, 3d, 12), ("Rejected", 1d, 1d, 5d, 12), ("Published", 1d, 0d, 0d, 13)],
            rows.Select(row =>
                ((string)row["state"]!, (double)row["Cases"]!, (double)row["Ended"]!, (double)row["Waited"]!,
                    ((DateTimeOffset)row["hour"]!).Hour)));
    }

    [Fact]
    public void Run_Case_TakesTheFirstThatHolds()
    {
        var rows = KqlQuery.Run(
            "traces | project kind = case(message has \"Published\", \"good\", message has \"Rejected\", \"bad\", \"other\")", Tables);

        Assert.Equal(["good", "bad", "other"], rows.Select(row => row["kind"]));
    }

    [Theory]
    [InlineData("nothing")]
    [InlineData("traces | join requests on name")]
    [InlineData("traces | where unheard(message)")]
    [InlineData("traces | summarize percentile(duration, 95)")]
    [InlineData("traces | where nosuchcolumn == 1")]
    [InlineData("traces | where message matches regex \"a\"")]
    [InlineData("traces | where toint(customDimensions.Wait) == \"3\"")]
    [InlineData("traces | where message == ;")]
    public void Run_WhatIsNotKnown_IsAnErrorAndNotAnEmptyResult(string query) =>
        Assert.Throws<UnknownKqlException>(() => KqlQuery.Run(query, Tables));

    private static Row Trace(int minute, string message, string eventId, params (string Name, string Value)[] dimensions)
    {
        var custom = new Row { ["EventId"] = eventId };
        foreach (var (name, value) in dimensions)
        {
            custom[name] = value;
        }

        return new() { ["timestamp"] = Noon.AddMinutes(minute), ["message"] = message, ["customDimensions"] = custom };
    }
}
