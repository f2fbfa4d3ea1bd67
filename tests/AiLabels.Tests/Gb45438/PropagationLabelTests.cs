using AiLabels.Gb45438;
using AiLabels.Reports;
using AiLabels.Testing;

namespace AiLabels.Tests.Gb45438;

public sealed class PropagationLabelTests
{
    private const string Platform = "001191110000MA0000000H20000";

    [Fact]
    public async Task Of_FileWithALabel_KeepsWhoMadeItAndAddsWhoSpreadsIt()
    {
        var label = PropagationLabel.Of(
            await ReportAsync("""{"Label":"1","ContentProducer":"kling","ProduceID":"4711","ReservedCode1":"secure"}"""), "1", Platform,
                "case-1");

        Assert.Equal(("1", "kling", "4711", "secure", Platform, "case-1"),
            (label.Label, label.ContentProducer, label.ProduceId, label.ReservedCode1, label.ContentPropagator, label.PropagateId));
        Assert.Empty(label.Check());
    }

    [Theory]
    [InlineData("1", "3", "1")]
    [InlineData("2", "1", "1")]
    [InlineData("3", "2", "2")]
    public async Task Of_FileWithALabel_NeverSaysLess(string stands, string owed, string expected)
    {
        var report = await ReportAsync($$"""{"Label":"{{stands}}","ContentProducer":"kling","ProduceID":"4711"}""");

        Assert.Equal(expected, PropagationLabel.Of(report, owed, Platform, "case-1").Label);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"Label":"1","ContentProducer":"","ProduceID":"4711"}""")]
    [InlineData("""{"Label":"1","ContentProducer":"可灵","ProduceID":"4711"}""")]
    public async Task Of_NoProducerThatConforms_IsTheServiceAsOnFirstWriting(string json)
    {
        var label = PropagationLabel.Of(await ReportAsync(json), "2", Platform, "case-1");

        Assert.Equal(
            (Platform, "case-1", Platform, "case-1"), (label.ContentProducer, label.ProduceId, label.ContentPropagator, label.PropagateId));
        Assert.Empty(label.Check());
    }

    [Fact]
    public async Task Of_SecurityDataThatTheReportCut_LeavesThemOut()
    {
        var report = await ReportAsync(
            $$"""{"Label":"1","ContentProducer":"kling","ProduceID":"4711","ReservedCode1":"{{new string('x', 2000)}}"}""");

        var label = PropagationLabel.Of(report, "1", Platform, "case-1");

        Assert.Equal(("kling", ""), (label.ContentProducer, label.ReservedCode1));
    }

    private static Task<LabelReport> ReportAsync(string json) => Inspect.Bytes(Mp4.FileWith(Mp4.Udta(Mp4.MetaWithKeys(("AIGC", json)))));
}
