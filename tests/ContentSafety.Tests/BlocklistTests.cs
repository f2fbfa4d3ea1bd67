using System.Net;
using Azure;
using Azure.AI.ContentSafety;

namespace VideoGate.Local.ContentSafety.Tests;

public sealed class BlocklistTests(RunningEmulator emulator) : IClassFixture<RunningEmulator>
{
    [Fact]
    public async Task Item_InTheText_IsMatchedBesideTheCategories()
    {
        await emulator.BlockAsync("ours", "Forbidden");

        var result = await AnalyzeAsync("a FORBIDDEN thing [[hate:4]]", "ours");

        var match = Assert.Single(result.BlocklistsMatch);
        Assert.Equal(("ours", "Forbidden"), (match.BlocklistName, match.BlocklistItemText));
        Assert.Equal(4, result.CategoriesAnalysis.Single(analysis => analysis.Category == TextCategory.Hate).Severity);
    }

    [Fact]
    public async Task Item_OfAListThatIsNotNamed_IsNotMatched()
    {
        await emulator.BlockAsync("theirs", "forbidden");

        Assert.Empty((await AnalyzeAsync("a forbidden thing")).BlocklistsMatch);
    }

    [Fact]
    public async Task Hit_ThatHalts_LeavesTheCategoriesOut()
    {
        // Arrange
        await emulator.BlockAsync("halting", "forbidden");

        // Act
        var result = await AnalyzeAsync("a forbidden thing", "halting", halt: true);

        // Assert
        Assert.Single(result.BlocklistsMatch);
        Assert.Empty(result.CategoriesAnalysis);
    }

    [Fact]
    public async Task List_ThatNobodyMade_IsNotFound()
    {
        var refusal = await Assert.ThrowsAsync<RequestFailedException>(() => AnalyzeAsync("text", "missing"));

        Assert.Equal(((int)HttpStatusCode.NotFound, "NotFound"), (refusal.Status, refusal.ErrorCode));
    }

    private async Task<AnalyzeTextResult> AnalyzeAsync(string text, string? blocklist = null, bool? halt = null)
    {
        var options = new AnalyzeTextOptions(text) { HaltOnBlocklistHit = halt };
        if (blocklist is not null)
        {
            options.BlocklistNames.Add(blocklist);
        }

        return await emulator.Client().AnalyzeTextAsync(options);
    }
}
