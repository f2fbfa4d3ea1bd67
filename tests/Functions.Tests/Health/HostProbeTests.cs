using Microsoft.Extensions.Configuration;
using VideoGate.Health;

namespace VideoGate.Tests.Health;

public sealed class HostProbeTests
{
    [Fact]
    public void Check_HostHasNoName_IsUnavailableAndNamesTheSetting()
    {
        // Act
        var check = Check([]);

        // Assert
        Assert.Equal(HealthState.Unavailable, check.State);
        Assert.Contains("WEBSITE_HOSTNAME", check.Detail, StringComparison.Ordinal);
        Assert.Contains("localhost:7071", check.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_ReplicasWithoutOneId_AreDegradedAndNameTheSetting()
    {
        // Act
        var check = Check(new() { ["WEBSITE_HOSTNAME"] = "gate.example", ["CONTAINER_APP_NAME"] = "gate" });

        // Assert
        Assert.Equal(HealthState.Degraded, check.State);
        Assert.Contains("AzureFunctionsWebHost__hostid", check.Detail, StringComparison.Ordinal);
    }

    public static TheoryData<Dictionary<string, string?>> Complete =>
    [
        new Dictionary<string, string?> { ["WEBSITE_HOSTNAME"] = "localhost:7071" },
        new Dictionary<string, string?> { ["WEBSITE_HOSTNAME"] = "gate.example", ["CONTAINER_APP_NAME"] = "gate",
            ["AzureFunctionsWebHost:hostid"] = "gate" },
    ];

    [Theory]
    [MemberData(nameof(Complete))]
    public void Check_EverySettingIsThere_IsOk(Dictionary<string, string?> settings) => Assert.Equal(HealthState.Ok, Check(settings).State);

    private static HealthCheck Check(Dictionary<string, string?> settings) =>
        new HostProbe(new ConfigurationBuilder().AddInMemoryCollection(settings).Build()).Check();
}
