using VideoGate.Testing.App;
using VideoGate.Testing.App.Uploaders;

namespace VideoGate.Tests.EndToEnd;

/// <summary>Uploaders who do whatever their address allows, at random moments.</summary>
[Trait("Needs", "services")]
[Trait("Needs", "minutes")]
public sealed class UploaderTests
{
    [Fact]
    public async Task Upload_ByRandomUploaders_EndsAndLeavesNothingPublicThatIsNotPublished()
    {
        await using var gate = await RunningGate.StartAsync(settings => settings["Reconciliation__GracePeriod"] = "00:00:01");
        var run = new UploaderRun(gate, seed: 11, videos: 0.4);

        await run.UploadAsync(30);

        await new UploaderOutcome(gate).AssertAsync(run);
    }
}
