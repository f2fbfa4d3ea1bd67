using VideoGate.Testing.App;
using VideoGate.Tests.EndToEnd;
using VideoGate.Tests.Telemetry.Insights;

namespace VideoGate.Tests.Telemetry;

/// <summary>
/// Alerts that need faults of Content Safety, or an idle app: in the running app, with telemetry sent to the tables that the alerts query.
/// </summary>
[Trait("Needs", "services")]
public sealed class AlertsInTheAppTests : IAsyncLifetime
{
    private static readonly TimeSpan MaxWait = TimeSpan.FromMinutes(5);

    private ApplicationInsights _insights = null!;

    /// <summary>The alerts triggered here.</summary>
    internal static IReadOnlyList<string> Alerts { get; } = ["content-safety-throttled", "content-safety-unavailable", "nothing-processed"];

    public async ValueTask InitializeAsync() => _insights = await ApplicationInsights.StartAsync();

    public ValueTask DisposeAsync() => _insights.DisposeAsync();

    [Fact]
    public async Task ContentSafety_ThrottlesThenAnswers_WakesSomebodyOnceItIsMuch()
    {
        var throttled = Alert.All["content-safety-throttled"];
        var quiet = Alert.All["nothing-processed"];
        await using var content = await ContentGate.StartAsync("PT10M", _insights.Configure);
        await content.OrderAsync("throttle", count: 3, seconds: 3);
        await content.Gate.UntilDecidedAsync(await content.Gate.UploadAsync("once.mp4", Videos.Clean), MaxWait);
        var once = await _insights.UntilAsync(throttled.Query, rows => rows.Count > 0, MaxWait);
        Assert.False(throttled.IsReached(once.Count));
        await _insights.UntilAsync(quiet.Query, rows => !quiet.IsReached(rows.Count), MaxWait);

        await content.OrderAsync("throttle", count: 1000, seconds: 3);
        for (var upload = 0; upload <= throttled.Threshold; upload++)
        {
            await content.Gate.UploadAsync($"{upload}.mp4", Videos.Clean);
        }

        await _insights.UntilAsync(throttled.Query, rows => throttled.IsReached(rows.Count), MaxWait);
    }

    [Fact]
    public async Task ContentSafety_DownForLongerThanThePolicyWaits_Fires()
    {
        var unavailable = Alert.All["content-safety-unavailable"];
        await using var content = await ContentGate.StartAsync("PT5S", _insights.Configure);
        Assert.True(Alert.All["nothing-processed"].Fires(_insights));
        Assert.False(unavailable.Fires(_insights));
        await content.OrderAsync("error", count: 1000);

        var caseId = await content.Gate.UploadAsync("unseen.mp4", Videos.Clean);

        var rows = await _insights.UntilAsync(unavailable.Query, rows => rows.Count > 0, MaxWait);
        Assert.Equal(caseId, rows[0]["caseId"]);
        Assert.True(Alert.All["nothing-processed"].Fires(_insights), "A case in quarantine has not ended.");
    }
}
