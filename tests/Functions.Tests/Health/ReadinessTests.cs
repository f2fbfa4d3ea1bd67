using System.Net;
using System.Text.Json;
using VideoGate.Storage;
using VideoGate.Testing.App;

namespace VideoGate.Tests.Health;

/// <summary>Responses of the running app to probes.</summary>
[Trait("Needs", "services")]
public sealed class ReadinessTests
{
    private static readonly HttpClient Http = new();

    [Fact]
    public async Task Health_EverythingIsThere_NamesIt()
    {
        await using var gate = await RunningGate.StartAsync();

        var (status, report) = await AskAsync(gate);

        var checks = report.GetProperty("checks").EnumerateArray()
            .ToDictionary(check => check.GetProperty("name").GetString()!, check => check.GetProperty("detail").GetString()!);
        Assert.Equal((HttpStatusCode.OK, "ok"), (status, report.GetProperty("status").GetString()));
        Assert.Equal(
            [
                "host", .. Containers.All.Select(name => $"storage/{name}"), "durable", "program/ffmpeg", "program/ffprobe",
                "program/setpriv", "program/prlimit", "models/text", "decoders", "trust-lists", "disk/temporary", "policies", "signing",
                "clock", "audit",
            ],
            checks.Keys);
        Assert.Equal("It runs.", checks["program/ffmpeg"]);
        Assert.Equal("They are there.", checks["models/text"]);
        Assert.StartsWith("cn-moderated@", checks["policies"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Containers.Evidence)]
    [InlineData(Containers.Trust)]
    [InlineData(Containers.Rejected)]
    public async Task Health_ContainerMissing_NamesIt(string container)
    {
        await using var gate = await RunningGate.StartAsync();
        await gate.Storage.Container(container).DeleteAsync();

        var (status, report) = await AskAsync(gate);

        var check = report.GetProperty("checks").EnumerateArray()
            .Single(each => each.GetProperty("name").GetString() == $"storage/{container}");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.Equal("The account has no such container.", check.GetProperty("detail").GetString());
        Assert.Contains("Storage__CreateContainers", check.GetProperty("remedy").GetString(), StringComparison.Ordinal);
    }

    /// <remarks>The webhook outbox is drained every five seconds, with the client.</remarks>
    [Fact]
    public async Task Health_AFunctionUsedTheTaskHub_AsksItToo()
    {
        // Arrange
        await using var gate = await RunningGate.StartAsync();
        var deadline = DateTimeOffset.UtcNow.AddMinutes(1);
        var detail = "";

        // Act
        while (detail != "The task hub answers." && DateTimeOffset.UtcNow < deadline)
        {
            await Task.Delay(TimeSpan.FromSeconds(1));
            var (_, report) = await AskAsync(gate);
            detail = report.GetProperty("checks").EnumerateArray().Single(check => check.GetProperty("name").GetString() == "durable")
                .GetProperty("detail").GetString();
        }

        // Assert
        Assert.Equal("The task hub answers.", detail);
    }

    [Fact]
    public async Task Health_ManyProbesAtOnce_CostNoMoreThanOne()
    {
        await using var gate = await RunningGate.StartAsync();
        await AskAsync(gate);

        // Longer than an answer is cached: at most two answers are computed during these requests.
        var reports = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => AskAsync(gate)));

        Assert.InRange(reports.Select(answer => answer.Report.GetProperty("checkedAt").GetString()).Distinct().Count(), 1, 2);
    }

    [Fact]
    public async Task Health_StorageAway_IsUnavailableWithTheRemedy_WhileTheProcessLives()
    {
        await using var gate = await RunningGate.StartAsync(settings =>
        {
            settings["TrustLists__Signers"] = "http://127.0.0.1:9/list.pem";
            settings["TrustLists__LoopbackTargets__0"] = "127.0.0.1:9";
        });
        await gate.Azurite.StopAsync();

        var (status, report) = await AskAsync(gate);

        var checks = report.GetProperty("checks").EnumerateArray().ToDictionary(check => check.GetProperty("name").GetString()!);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "unavailable"), (status, report.GetProperty("status").GetString()));
        Assert.Equal("unavailable", checks["storage/audit"].GetProperty("state").GetString());
        Assert.Contains("firewall", checks["storage/audit"].GetProperty("remedy").GetString(), StringComparison.Ordinal);
        Assert.Equal("degraded", checks["trust-lists/signers"].GetProperty("state").GetString());
        Assert.Equal("ok", checks["durable"].GetProperty("state").GetString());
        Assert.Equal("""{"status":"live"}""", await Http.GetStringAsync(new Uri(gate.App.Address, "api/health/live")));
        Assert.DoesNotContain("devstoreaccount", report.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain("127.0.0.1", report.GetRawText(), StringComparison.Ordinal);
    }

    private static async Task<(HttpStatusCode Status, JsonElement Report)> AskAsync(RunningGate gate)
    {
        using var response = await Http.GetAsync(new Uri(gate.App.Address, "api/health"));
        return (response.StatusCode, JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement);
    }
}
