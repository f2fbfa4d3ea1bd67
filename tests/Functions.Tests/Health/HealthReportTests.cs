using VideoGate.Health;
using VideoGate.Tests.Intake;
using VideoGate.TrustLists;

namespace VideoGate.Tests.Health;

public sealed class HealthReportTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 27, 0, 0, 0, TimeSpan.Zero);

    public static TheoryData<string[], string, int> Reports => new()
    {
        { ["Ok", "Ok"], "Ok", 200 },
        { ["Ok", "Degraded", "Ok"], "Degraded", 200 },
        { ["Degraded", "Unavailable"], "Unavailable", 503 },
    };

    [Theory]
    [MemberData(nameof(Reports))]
    public void Of_Checks_IsTheWorstOfThem(string[] states, string status, int statusCode)
    {
        var report = HealthReport.Of([.. states.Select(state => new HealthCheck("check", Enum.Parse<HealthState>(state), "detail"))], Now);

        Assert.Equal((Enum.Parse<HealthState>(status), statusCode), (report.Status, report.StatusCode));
    }

    [Theory]
    [InlineData(7, "Ok")]
    [InlineData(8, "Degraded")]
    public void Judge_TrustList_IsOutOfDateAfterItsTime(int days, string state)
    {
        var list = new TrustListState(new string('0', 64), new("https://lists.example/"), 30, Now.AddDays(-90), Now.AddDays(-days));

        var check = TrustListProbe.Judge("trust-lists/signers", list, TimeSpan.FromDays(7), Now);

        Assert.Equal((Enum.Parse<HealthState>(state), state == "Ok"), (check.State, check.Remedy is null));
    }

    [Fact]
    public async Task Check_DurableBackendFails_IsUnavailableWithTheRemedy()
    {
        // Arrange
        var hub = new TaskHub { Client = new RecordingBackend { Outage = new InvalidOperationException("It is away.") }.Client };

        // Act
        var check = Assert.Single(await new DurableProbe(hub).CheckAsync());

        // Assert
        Assert.Equal(HealthState.Unavailable, check.State);
        Assert.Contains("host.json", check.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_NoFunctionUsedTheTaskHubYet_SaysThatItWasNotAsked()
    {
        // Act
        var check = Assert.Single(await new DurableProbe(new TaskHub()).CheckAsync());

        // Assert
        Assert.Equal(HealthState.Ok, check.State);
        Assert.Contains("not checked", check.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Judge_NoTrustListYet_IsOutOfDate() =>
        Assert.Equal(HealthState.Degraded, TrustListProbe.Judge("trust-lists/signers", null, TimeSpan.FromDays(7), Now).State);
}
