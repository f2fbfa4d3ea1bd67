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
public sealed class AnalyzeFramesTests(AzuriteFixture azurite, RunningEmulator emulator) : IClassFixture<RunningEmulator>
{
    private static readonly Lazy<Task<byte[]>> LazySafe = new(() => MakeAsync("testsrc=size=320x180"));
    private static readonly Lazy<Task<byte[]>> LazyViolent = new(() => MakeAsync(Frames.Card("cyan", "white")));

    [Fact]
    public async Task Run_UnsafeFrame_IsAHitWithItsPlace()
    {
        // Arrange
        using var opened = await CheckedCase.OpenAsync(azurite, emulator);
        await opened.SampleAsync(await LazySafe.Value, await LazyViolent.Value, await LazySafe.Value);

        // Act
        var check = await opened.AnalyzeFramesAsync();

        // Assert
        Assert.Equal(new SafetyHit(UnsafeCategory.Violence, 6, Frame: 2, Seconds: 1), Assert.Single(check.Hits));
        Assert.Equal((3, 0, 0, null), (check.Judged, check.LeftOut, check.Refused, check.Outage));
        Assert.Equal(new Severities(0, 0, 0, 6), check.Highest);
    }

    [Fact]
    public async Task Run_SeverityBelowTheThreshold_IsNoHit()
    {
        // Arrange
        using var opened = await CheckedCase.OpenAsync(azurite, emulator);
        await opened.SampleAsync(await MakeAsync(Frames.Card("red", "black")));

        // Act
        var check = await opened.AnalyzeFramesAsync();

        // Assert
        Assert.Empty(check.UnsafeCategories);
        Assert.Equal(2, check.Highest.Hate);
    }

    [Fact]
    public async Task Run_MoreFramesThanTheBudget_AreSpreadAndTheRestIsCounted()
    {
        // Arrange
        var policy = PolicyTexts.WithSafety.Replace("\"maxCalls\": 20", "\"maxCalls\": 10", StringComparison.Ordinal);
        using var opened = await CheckedCase.OpenAsync(azurite, emulator, policy: policy);
        await opened.SampleAsync([.. Enumerable.Repeat(await LazySafe.Value, 7)]);

        // Act
        var check = await opened.AnalyzeFramesAsync();

        // Assert
        Assert.Equal((4, 3), (check.Judged, check.LeftOut));
        var kept = await opened.Evidence.ReadAsync(opened.CaseId, EvidenceFiles.FrameSafety, SafetyJson.Default.FrameSafety);
        Assert.Equal([1, 3, 5, 7], kept!.Frames.Select(frame => frame.Frame));
        Assert.Equal([2, 4, 6], kept.LeftOut);
    }

    [Fact]
    public async Task Run_FrameThatTheServiceRefuses_IsAFindingAndNoOutage()
    {
        // Arrange
        using var opened = await CheckedCase.OpenAsync(azurite, emulator);
        await opened.SampleAsync([0xFF, 0xD8, 0xFF, 0xE0, 1], await LazySafe.Value, new byte[(4 * 1024 * 1024) + 1]);

        // Act
        var check = await opened.AnalyzeFramesAsync();

        // Assert
        Assert.Equal((1, 2, null), (check.Judged, check.Refused, check.Outage));
    }

    [Fact]
    public async Task Run_AgainAfterAnOutage_AsksOnlyForWhatIsNotJudged()
    {
        using var opened = await CheckedCase.OpenAsync(azurite, emulator);
        await opened.SampleAsync(await LazyViolent.Value, await LazySafe.Value);
        await opened.AnalyzeFramesAsync();
        await opened.SampleAsync(await LazyViolent.Value, await LazySafe.Value, await LazySafe.Value);
        await emulator.OrderAsync("throttle", seconds: 42);

        var outage = await opened.AnalyzeFramesAsync();
        var after = await opened.AnalyzeFramesAsync();

        Assert.Equal(
            (2, TimeSpan.FromSeconds(42), TimeSpan.FromHours(1)), (outage.Judged, outage.Outage!.RetryAfter, outage.Outage.MaxWait));
        Assert.Equal((3, null), (after.Judged, after.Outage));
        Assert.Equal([UnsafeCategory.Violence], after.UnsafeCategories);
    }

    [Theory]
    [InlineData("error", "Content Safety answered 500.")]
    [InlineData("malformed", "Content Safety returned an answer that cannot be parsed.")]
    public async Task Run_ServiceInTrouble_IsAnOutage(string fault, string reason)
    {
        // Arrange
        using var opened = await CheckedCase.OpenAsync(azurite, emulator);
        await opened.SampleAsync(await LazyViolent.Value);
        await emulator.OrderAsync(fault);

        // Act
        var check = await opened.AnalyzeFramesAsync();

        // Assert
        Assert.Equal((0, reason, null), (check.Judged, check.Outage!.Reason, check.Outage.RetryAfter));
    }

    [Fact]
    public async Task Run_WrongKey_IsAnOutageWhoseLogNamesTheRemedy()
    {
        // Arrange
        var logger = new FakeLogger<SafetyAnalyzer>();
        using var opened = await CheckedCase.OpenAsync(azurite, emulator, key: "wrong", logger: logger);
        await opened.SampleAsync(await LazySafe.Value);

        // Act
        var check = await opened.AnalyzeFramesAsync();

        // Assert
        Assert.Equal("Content Safety answered 401.", check.Outage!.Reason);
        Assert.Contains(logger.Collector.GetSnapshot().Select(entry => entry.Message),
            message => message.Contains("Set ContentSafety:Key", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Run_PolicyWithoutSafety_AsksNobody()
    {
        using var opened = await CheckedCase.OpenAsync(azurite, emulator, policy: PolicyTexts.Valid);
        await opened.SampleAsync(await LazyViolent.Value);

        Assert.Equal(SafetyCheck.NotAsked, await opened.AnalyzeFramesAsync());
    }

    private static async Task<byte[]> MakeAsync(string source)
    {
        using var folder = new Frames();
        return await folder.OfImageAsync(source, "jpg");
    }
}
