using System.Text.Json;
using VideoGate.Health;
using VideoGate.Storage;
using VideoGate.Testing;
using VideoGate.Tests.Telemetry.Insights;
using VideoGate.Tests.Telemetry.Kql;

namespace VideoGate.Tests.Telemetry;

[Trait("Needs", "services")]
public sealed class CaseTelemetryTests(CaseTelemetryFixture fixture) : IClassFixture<CaseTelemetryFixture>
{
    private readonly ApplicationInsights _insights = fixture.Insights;

    private readonly IReadOnlyList<Row> _spans = fixture.Insights.Tables["dependencies"];

    private Row Upload => Assert.Single(_spans, span => Is(span, "function UploadArrived"));

    /// <summary>The trace started by the upload.</summary>
    private List<Row> Trace => [.. _spans.Where(span => span["operation_Id"]!.Equals(Upload["operation_Id"]))];

    [Fact]
    public void Trace_FromUploadToPublication_TellsEachStepOnceAcrossReplaysAndARestart()
    {
        string[] steps =
            ["OpenCase", "InspectVideo", "AnalyzeVideo", "AnalyzeFrames", "AnalyzeText", "DecideCase", "Quarantine", "Publish"];

        Assert.All(steps, step => Assert.Single(Trace, span => Is(span, $"function {step}")));
        Assert.Contains(Trace, span => Is(span, "change review"));
        Assert.DoesNotContain(_spans, span => Is(span, "function ModerateVideo"));
    }

    /// <remarks>
    /// A function's own span is a child of one of the host, which is not recorded and marked so for the worker (<c>traceparent</c> …-00).
    /// </remarks>
    [Fact]
    public void Trace_WithinFunctions_IsConnected()
    {
        var ids = Trace.Select(span => span["id"]).ToHashSet();
        var within = Trace.Where(span => !$"{span["name"]}".StartsWith("function ", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(within);
        Assert.All(within, span => Assert.Contains(span["operation_ParentId"], ids));
    }

    [Fact]
    public void Trace_EverySpan_NamesItsCase()
    {
        // The upload's own read of the blob gives the case id.
        var first = Assert.Single(Trace, span => CaseOf(span) is null);

        Assert.Equal((Upload["id"], "Http"), (first["operation_ParentId"], first["type"]));
        Assert.All(Trace.Except([first]), span => Assert.Equal(fixture.CaseId, CaseOf(span)));
    }

    [Fact]
    public async Task Probes_AreNotTold()
    {
        using var http = new HttpClient { BaseAddress = fixture.Gate.App.Address };
        using var probe = await http.GetAsync(new Uri("/api/health", UriKind.Relative));
        await fixture.RefusedAsync();

        Assert.True(probe.IsSuccessStatusCode);
        Assert.DoesNotContain(_insights.Tables["dependencies"], span => Is(span, "function Health"));

        // It checks that these containers exist; within a function nothing else does.
        string[] probed = [$"/{Containers.Uploads}", $"/{Containers.Published}", $"/{Containers.Audit}"];
        Assert.DoesNotContain(
            _insights.Tables["dependencies"],
            span => span["operation_ParentId"] is not null
                && probed.Any(place => $"{span["data"]}".EndsWith(place, StringComparison.Ordinal)));
    }

    /// <summary>Also if a decoder requests them, over a separate connection.</summary>
    [Fact]
    public void Reads_OfTheVideo_BelongToTheSteps()
    {
        var reads = _spans.Where(span => $"{span["data"]}".EndsWith("/uploads/*", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(reads);
        Assert.All(reads, read => Assert.Contains(read["id"], Trace.Select(span => span["id"])));
    }

    /// <summary>The number per video that infra/README.md calculates with.</summary>
    [Fact]
    public void Telemetry_OfACase_IsNoMoreThanItIsSaidToCost()
    {
        var lines = _insights.Texts.SelectMany(text => text.Split('\n'))
            .Where(line => line.Contains(fixture.CaseId, StringComparison.Ordinal));

        Assert.InRange(lines.Sum(line => line.Length), 1_000, 120_000);
    }

    [Fact]
    public void Request_OfAModerator_LeadsToTheTraceOfTheCase()
    {
        var request = _spans.First(span => Is(span, "function DecideReview") && ((Row)span["customDimensions"]!).ContainsKey("_MS.links"));

        Assert.NotEqual(Upload["operation_Id"], request["operation_Id"]);
        Assert.Equal(fixture.CaseId, CaseOf(request));
        Assert.Contains(
            (string)Upload["operation_Id"]!, (string)((Row)request["customDimensions"]!)["_MS.links"]!, StringComparison.Ordinal);
    }

    /// <remarks>Lines about the programs that the app found at its start belong to no case.</remarks>
    [Fact]
    public void Lines_OfTheApp_NameTheirCase()
    {
        var lines = _insights.Query("traces | where tostring(customDimensions.CategoryName) startswith \"VideoGate.\"")
            .Where(line => (string?)((Row)line["customDimensions"]!)["CategoryName"] != typeof(ProgramProbe).FullName)
            .ToList();

        Assert.NotEmpty(lines);
        Assert.All(lines, line => Assert.Equal(fixture.CaseId, ((Row)line["customDimensions"]!).GetValueOrDefault("CaseId")));
    }

    [Fact]
    public async Task Telemetry_AndTheConsole_GiveNoNameNoTextAndNoKeyAway()
    {
        var console = await File.ReadAllTextAsync(fixture.Gate.App.Log);

        Assert.Contains(fixture.CaseId, console, StringComparison.Ordinal);
        Assert.All(fixture.Secrets, secret =>
        {
            Assert.DoesNotContain(secret, console, StringComparison.OrdinalIgnoreCase);
            Assert.All(_insights.Texts, text => Assert.DoesNotContain(secret, text, StringComparison.OrdinalIgnoreCase));
        });
    }

    /// <summary>The workbook's view of a day with only this case.</summary>
    [Theory]
    [InlineData("Cases", 1)]
    [InlineData("Decisions and their reasons; a reason says which origin and which labels decided", 1)]
    [InlineData("Where cases ended", 0)] // The approval may yet be undone.
    [InlineData("Reviews that nobody decided in time", 0)]
    [InlineData("Waits for Content Safety", 0)]
    public void Workbook_Query_CountsTheCase(string title, int rows) => Assert.Equal(rows, _insights.Query(Workbook[title]).Count);

    [Fact]
    public void Workbook_CallsByService_FindsTheCalls() => Assert.NotEmpty(_insights.Query(Workbook["Calls by service"]));

    private static Dictionary<string, string> Workbook { get; } = JsonDocument
        .Parse(File.ReadAllText(Path.Combine(Repository.Root, "infra", "workbook.json"))).RootElement.GetProperty("items").EnumerateArray()
        .Select(item => item.GetProperty("content")).Where(content => content.TryGetProperty("query", out _))
        .ToDictionary(content => content.GetProperty("title").GetString()!, content => content.GetProperty("query").GetString()!);

    private static bool Is(Row span, string name) => name.Equals(span["name"]);

    private static string? CaseOf(Row span) => ((Row)span["customDimensions"]!).GetValueOrDefault("case.id") as string;
}
