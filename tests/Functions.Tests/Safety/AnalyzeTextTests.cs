using Microsoft.Extensions.Logging.Testing;
using VideoGate.Cases;
using VideoGate.Cases.Evidence;
using VideoGate.Local.ContentSafety.Tests;
using VideoGate.Safety;
using VideoGate.Tests.Policies;
using VideoGate.Tests.Support;

namespace VideoGate.Tests.Safety;

[Collection<AzuriteTests>]
[Trait("Needs", "services")]
public sealed class AnalyzeTextTests(AzuriteFixture azurite, RunningEmulator emulator) : IClassFixture<RunningEmulator>
{
    [Fact]
    public async Task Run_TestWords_AreHitsInTheirTexts()
    {
        // Arrange
        var said = new Submission { Title = "[[hate:6]]", Description = "[[sexual:2]]" };
        using var opened = await CheckedCase.OpenAsync(azurite, emulator, said, "[[violence:4]].mp4");
        await opened.Evidence.WriteAsync(opened.CaseId, EvidenceFiles.RecognizedText, new BinaryData("[[selfharm:7]]"), "text/plain");

        // Act
        var check = await opened.AnalyzeTextAsync();

        // Assert
        Assert.Equal(
            [
                new SafetyHit(UnsafeCategory.Hate, 6, Text: "title"),
                new SafetyHit(UnsafeCategory.Violence, 4, Text: "fileName"),
                new SafetyHit(UnsafeCategory.SelfHarm, 6, Text: "recognized"),
            ],
            check.Hits);
        Assert.Equal((4, new Severities(6, 6, 2, 4)), (check.Judged, check.Highest));
    }

    [Fact]
    public async Task Run_WordAcrossTheSeamOfALongText_IsSeen()
    {
        // Arrange
        using var opened = await CheckedCase.OpenAsync(azurite, emulator);
        var text = new string('a', TextParts.Limit - 5) + "[[hate:6]]" + new string('b', 50);
        await opened.Evidence.WriteAsync(opened.CaseId, EvidenceFiles.RecognizedText, new BinaryData(text), "text/plain");

        // Act
        var check = await opened.AnalyzeTextAsync();

        // Assert
        Assert.Equal((3, 6), (check.Judged, check.Highest.Hate));
    }

    [Fact]
    public async Task Run_WordBeyondTwentyThousandCharacters_IsSeen()
    {
        using var opened = await CheckedCase.OpenAsync(azurite, emulator);
        var text = new string('a', 3 * TextParts.Limit) + "[[hate:6]]";
        await opened.Evidence.WriteAsync(opened.CaseId, EvidenceFiles.RecognizedText, new BinaryData(text), "text/plain");

        var check = await opened.AnalyzeTextAsync();

        Assert.Equal((6, 0), (check.Highest.Hate, check.LeftOut));
    }

    [Fact]
    public async Task Run_MoreTextThanCalls_IsCountedAndNotSafe()
    {
        using var opened = await CheckedCase.OpenAsync(azurite, emulator);
        var text = new string('a', 40 * TextParts.Limit);
        await opened.Evidence.WriteAsync(opened.CaseId, EvidenceFiles.RecognizedText, new BinaryData(text), "text/plain");

        var check = await opened.AnalyzeTextAsync();

        Assert.Equal((20, 22), (check.Judged, check.LeftOut));
        Assert.Equal(SafetyState.NotChecked, SafetySummaryBuilder.Of(check with { LeftOut = 0 }, check).State);
    }

    [Fact]
    public async Task Run_WordOfABlocklist_IsAHitWithTheListsName()
    {
        // Arrange
        await emulator.BlockAsync("ours", "forbidden");
        var policy = PolicyTexts.WithSafety.Replace(
            "\"maxCalls\": 20", "\"maxCalls\": 20, \"blocklists\": [\"ours\"]", StringComparison.Ordinal);
        using var opened = await CheckedCase.OpenAsync(azurite, emulator, new() { Description = "Forbidden things" }, policy: policy);

        // Act
        var check = await opened.AnalyzeTextAsync();

        // Assert
        Assert.Equal(new SafetyHit(UnsafeCategory.Blocklist, Text: "description", Blocklist: "ours"), Assert.Single(check.Hits));
    }

    [Fact]
    public async Task Run_BlocklistThatIsNotThere_IsAnOutageWhoseLogNamesTheRemedy()
    {
        // Arrange
        var logger = new FakeLogger<SafetyAnalyzer>();
        var policy = PolicyTexts.WithSafety.Replace(
            "\"maxCalls\": 20", "\"maxCalls\": 20, \"blocklists\": [\"missing\"]", StringComparison.Ordinal);
        using var opened = await CheckedCase.OpenAsync(azurite, emulator, policy: policy, logger: logger);

        // Act
        var check = await opened.AnalyzeTextAsync();

        // Assert
        Assert.Equal("Content Safety answered 404.", check.Outage!.Reason);
        Assert.Contains(
            logger.Collector.GetSnapshot().Select(entry => entry.Message),
                message => message.Contains("create the blocklists that the policy names", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Run_TextThatTheServiceRefuses_IsAFindingAndNoOutage()
    {
        using var opened = await CheckedCase.OpenAsync(azurite, emulator, new() { Title = "[[hate:6]]" });
        await emulator.OrderAsync("refuse");

        var check = await opened.AnalyzeTextAsync();
        var again = await opened.AnalyzeTextAsync();

        Assert.Equal((1, 1, null), (check.Judged, check.Refused, check.Outage));
        Assert.Equal(SafetyState.Refused, SafetySummaryBuilder.Of(new SafetyCheck { Judged = 1 }, check).State);
        Assert.Equal((1, 1), (again.Judged, again.Refused));
    }

    [Fact]
    public async Task Run_AgainAfterAnOutage_GoesOnWhereItStopped()
    {
        using var opened = await CheckedCase.OpenAsync(azurite, emulator, new() { Title = "[[hate:6]]" });
        await emulator.OrderAsync("slow", seconds: 0);
        await emulator.OrderAsync("error");

        var outage = await opened.AnalyzeTextAsync();
        var after = await opened.AnalyzeTextAsync();

        Assert.Equal((1, true), (outage.Judged, outage.Outage is not null));
        Assert.Equal((2, false), (after.Judged, after.Outage is not null));
        Assert.Single(after.Hits);
    }
}
