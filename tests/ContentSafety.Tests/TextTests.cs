using Azure;
using Azure.AI.ContentSafety;

namespace VideoGate.Local.ContentSafety.Tests;

public sealed class TextTests(RunningEmulator emulator) : IClassFixture<RunningEmulator>
{
    [Fact]
    public async Task Text_WithoutTestWords_IsSafe()
    {
        var result = await emulator.Client().AnalyzeTextAsync("A walk in the park.");

        Assert.Equal(
            [(TextCategory.Hate, 0), (TextCategory.SelfHarm, 0), (TextCategory.Sexual, 0), (TextCategory.Violence, 0)],
            result.Value.CategoriesAnalysis.Select(analysis => (analysis.Category, analysis.Severity!.Value)));
        Assert.StartsWith("classifies nothing", Header(result, "x-emulator"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[[hate:6]]", 6)]
    [InlineData("before [[HATE:5]] after", 4)]
    [InlineData("[[hate:2]] [[hate:4]] [[violence:6]]", 4)]
    [InlineData("[[hate:8]] [hate:6] [[hate: 6]]", 0)]
    public async Task TestWord_InAText_GivesItsSeverity(string text, int severity)
    {
        var result = await emulator.Client().AnalyzeTextAsync(text);

        Assert.Equal(severity, result.Value.CategoriesAnalysis.Single(analysis => analysis.Category == TextCategory.Hate).Severity);
    }

    [Fact]
    public async Task TestWord_OnEightLevels_KeepsItsOddSeverity()
    {
        // Arrange
        var options = new AnalyzeTextOptions("[[selfharm:7]]") { OutputType = AnalyzeTextOutputType.EightSeverityLevels };

        // Act
        var result = await emulator.Client().AnalyzeTextAsync(options);

        // Assert
        Assert.Equal(7, result.Value.CategoriesAnalysis.Single(analysis => analysis.Category == TextCategory.SelfHarm).Severity);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10_001)]
    public async Task Text_OfAForbiddenLength_IsRefused(int length)
    {
        var refusal = await Assert.ThrowsAsync<RequestFailedException>(() => emulator.Client().AnalyzeTextAsync(new string('a', length)));

        Assert.Equal((400, "InvalidRequestBody"), (refusal.Status, refusal.ErrorCode));
        Assert.Contains("10000 characters", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_OfTenThousandCharactersInSurrogatePairs_IsTaken()
    {
        var text = string.Concat(Enumerable.Repeat("🎬", 10_000));

        Assert.Equal(200, (await emulator.Client().AnalyzeTextAsync(text)).GetRawResponse().Status);
    }

    [Fact]
    public async Task Key_ThatIsWrong_IsRefused()
    {
        var refusal = await Assert.ThrowsAsync<RequestFailedException>(() => emulator.Client("wrong").AnalyzeTextAsync("text"));

        Assert.Equal(401, refusal.Status);
    }

    private static string? Header<T>(Response<T> response, string name) =>
        response.GetRawResponse().Headers.TryGetValue(name, out var value) ? value : null;
}
