using System.Text.Json;
using Azure;

namespace VideoGate.Local.ContentSafety.Tests;

public sealed class FaultTests(RunningEmulator emulator) : IClassFixture<RunningEmulator>
{
    [Theory]
    [InlineData("throttle", 429)]
    [InlineData("error", 500)]
    [InlineData("refuse", 400)]
    public async Task Fault_Ordered_BefallsTheNextRequestAlone(string kind, int status)
    {
        await emulator.OrderAsync(kind);

        var failure = await Assert.ThrowsAsync<RequestFailedException>(() => emulator.Client().AnalyzeTextAsync("text"));
        var next = await emulator.Client().AnalyzeTextAsync("text");

        Assert.Equal(status, failure.Status);
        Assert.Equal(200, next.GetRawResponse().Status);
    }

    [Theory]
    [InlineData("throttle")]
    [InlineData("error")]
    public async Task Fault_FewerTimesThanTheClientRetries_IsNotSeen(string kind)
    {
        // Arrange
        await emulator.OrderAsync(kind, count: 2);

        // Act
        var result = await emulator.Client(retries: 2).AnalyzeTextAsync("[[hate:6]]");

        // Assert
        Assert.Equal(6, result.Value.CategoriesAnalysis[0].Severity);
    }

    [Fact]
    public async Task Throttle_WithRetryAfter_TellsTheClientWhenToComeBack()
    {
        await emulator.OrderAsync("throttle", seconds: 7);

        var failure = await Assert.ThrowsAsync<RequestFailedException>(() => emulator.Client().AnalyzeTextAsync("text"));

        Assert.True(failure.GetRawResponse()!.Headers.TryGetValue("Retry-After", out var seconds));
        Assert.Equal("7", seconds);
    }

    [Fact]
    public async Task Answer_ThatIsSlow_CanBeGivenUp()
    {
        await emulator.OrderAsync("slow", seconds: 300);
        using var impatient = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => emulator.Client().AnalyzeTextAsync("text", impatient.Token));
    }

    [Fact]
    public async Task Answer_ThatIsMalformed_IsAnErrorAndNoVerdict()
    {
        await emulator.OrderAsync("malformed");

        await Assert.ThrowsAnyAsync<JsonException>(() => emulator.Client().AnalyzeTextAsync("[[hate:6]]"));
    }
}
