using Azure.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using OpenTelemetry.Trace;
using VideoGate.Telemetry;

namespace VideoGate.Tests.Telemetry;

public sealed class TelemetryDestinationTests
{
    [Theory]
    [InlineData(null, null, false)]
    [InlineData("", "", false)]
    [InlineData("InstrumentationKey=00000000-0000-0000-0000-000000000001", null, true)]
    [InlineData(null, "http://127.0.0.1:4318", true)]
    public void AddTelemetry_NobodyToSendTo_RegistersNothing(string? insights, string? otlp, bool gathers)
    {
        // Arrange
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["APPLICATIONINSIGHTS_CONNECTION_STRING"] = insights,
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = otlp,
        });

        // Act
        builder.AddTelemetry();

        // Assert
        Assert.Equal(gathers, builder.Services.Any(service => service.ServiceType == typeof(TracerProvider)));
    }

    [Fact]
    public void Identity_AsInfraSetsIt_IsTheUserAssignedOne() =>
        Assert.IsType<ManagedIdentityCredential>(TelemetryDestination.Identity(Authentication("ClientId=3f0a;Authorization=AAD")));

    [Fact]
    public void Identity_NotSet_IsNone() => Assert.Null(TelemetryDestination.Identity(Authentication(null)));

    [Theory]
    [InlineData("ClientId=3f0a")]
    [InlineData("Authorization=Key")]
    [InlineData("nonsense")]
    public void Identity_NotUnderstood_SaysWhatItShouldBe(string text)
    {
        var failure = Assert.Throws<InvalidOperationException>(() => TelemetryDestination.Identity(Authentication(text)));

        Assert.Contains("APPLICATIONINSIGHTS_AUTHENTICATION_STRING must be 'Authorization=AAD'", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(text, failure.Message, StringComparison.Ordinal);
    }

    private static IConfiguration Authentication(string? text) => new ConfigurationBuilder()
        .AddInMemoryCollection(new Dictionary<string, string?> { ["APPLICATIONINSIGHTS_AUTHENTICATION_STRING"] = text })
        .Build();
}
