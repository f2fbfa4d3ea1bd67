using System.Diagnostics;
using VideoGate.Cases;
using VideoGate.Storage;
using VideoGate.Telemetry;
using VideoGate.Tests.Support;

namespace VideoGate.Tests.Telemetry;

public sealed class CaseSpansTests
{
    private static readonly string Case = CaseId.For(Containers.Uploads, "a.mp4", "1");

    [Theory]
    [InlineData("https://intake.blob.core.windows.net/uploads/7f/My%20holiday.mp4?sig=x", "https://intake.blob.core.windows.net/uploads/*")]
    [InlineData("http://127.0.0.1:10000/account/published/My%20holiday.mp4", "http://127.0.0.1:10000/account/published/*")]
    [InlineData("https://intake.blob.core.windows.net/cases/by-id/abc.json?comp=metadata",
        "https://intake.blob.core.windows.net/cases/by-id/abc.json")]
    [InlineData("https://safety.cognitiveservices.azure.com/contentsafety/image:analyze?api-version=1",
        "https://safety.cognitiveservices.azure.com/contentsafety/image:analyze")]
    public void WithoutName_OfAnAddress_KeepsWhatIsOurs(string address, string kept) => Assert.Equal(kept, CaseSpans.WithoutName(address));

    [Fact]
    public void OnStart_SpanWithinACase_IsAboutItToo()
    {
        // Arrange
        using var parent = new Activity("parent").SetTag(CaseTrace.CaseId, Case).Start();
        using var child = new Activity("child").Start();
        using var spans = new CaseSpans();

        // Act
        spans.OnStart(child);

        // Assert
        Assert.Equal(Case, child.GetTagItem(CaseTrace.CaseId));
    }

    public static TheoryData<string, string, bool> Bindings => new()
    {
        { "caseId", Case, true },
        { "caseId", "'; drop table", false },
        { "instanceId", Case, true },
        { "instanceId", $"{Case}-round2", true },
        { "instanceId", $"webhook-main-msg_{Case}", false },
        { "instanceId", $"backtest-{Case}", false },
        { "uploadId", Case, false },
    };

    [Theory]
    [MemberData(nameof(Bindings))]
    public void CaseOf_WhatAFunctionIsGiven_IsTheCaseOrNone(string name, string value, bool found) =>
        Assert.Equal(found ? Case : null, CaseMiddleware.CaseOf(new Dictionary<string, object?> { [name] = value }));

    [Fact]
    public void Join_CaseFromBeforeTraces_GoesOnInTheTraceThatThereIs()
    {
        using var present = new Activity("present").Start();

        using var joined = CaseTrace.Join("join", TestCases.Inspecting());

        Assert.Null(joined);
        Assert.Equal(TestCases.Inspecting().CaseId, present.GetTagItem(CaseTrace.CaseId));
    }
}
