using Azure;
using Azure.AI.ContentSafety;

namespace ContentSafety.Tests;

public sealed class ImageTests(RunningEmulator emulator) : IClassFixture<RunningEmulator>
{
    [Theory]
    [InlineData("red", "black", "Hate", 2)]
    [InlineData("blue", "gray", "SelfHarm", 4)]
    [InlineData("yellow", "white", "Sexual", 6)]
    [InlineData("cyan", "gray", "Violence", 4)]
    public async Task TestCard_AfterAVideoCodecAndJpeg_GivesItsSeverity(string category, string severity, string name, int expected)
    {
        using var folder = new Frames();
        var frame = await folder.OfVideoAsync(Frames.Card(category, severity));

        var result = await emulator.Client().AnalyzeImageAsync(BinaryData.FromBytes(frame));

        Assert.Equal(expected, result.Value.CategoriesAnalysis.Single(analysis => analysis.Category == name).Severity);
        Assert.Equal(3, result.Value.CategoriesAnalysis.Count(analysis => analysis.Severity == 0));
    }

    [Theory]
    [InlineData("jpg")]
    [InlineData("png")]
    [InlineData("bmp")]
    [InlineData("gif")]
    [InlineData("tiff")]
    [InlineData("webp")]
    public async Task TestCard_InAnyFormatOfTheService_IsRead(string format)
    {
        using var folder = new Frames();
        var image = await folder.OfImageAsync(Frames.Card("cyan", "white"), format);

        var result = await emulator.Client().AnalyzeImageAsync(BinaryData.FromBytes(image));

        Assert.Equal(6, result.Value.CategoriesAnalysis.Single(analysis => analysis.Category == ImageCategory.Violence).Severity);
    }

    [Theory]
    [InlineData("testsrc=size=320x180")]
    [InlineData("color=magenta:size=320x180")]
    [InlineData("smptebars=size=320x180")]
    [InlineData("color=red:size=50x50")]
    public async Task Picture_ThatIsNoTestCard_IsSafe(string source)
    {
        using var folder = new Frames();
        var image = await folder.OfImageAsync(source, "png");

        var result = await emulator.Client().AnalyzeImageAsync(BinaryData.FromBytes(image));

        Assert.All(result.Value.CategoriesAnalysis, analysis => Assert.Equal(0, analysis.Severity));
    }

    [Theory]
    [InlineData("color=red:size=48x50", "48 x 50")]
    [InlineData("color=red:size=2050x50", "2050 x 50")]
    [InlineData("color=red:size=8000x8000", "8000 x 8000")]
    public async Task Picture_OfAForbiddenSize_IsRefused(string source, string size)
    {
        using var folder = new Frames();
        var image = await folder.OfImageAsync(source, "png");

        var refusal = await RefusalAsync(image);

        Assert.Contains(size, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Content_Over4Megabytes_IsRefused() =>
        Assert.Contains("4 MB", (await RefusalAsync(new byte[(4 * 1024 * 1024) + 1])).Message, StringComparison.Ordinal);

    [Fact]
    public async Task Content_ThatIsNoImage_IsRefused() =>
        Assert.Contains("none of JPEG", (await RefusalAsync([0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3])).Message, StringComparison.Ordinal);

    [Fact]
    public async Task BlobUri_WhichTheEmulatorCannotFetch_IsRefused()
    {
        var refusal = await Assert.ThrowsAsync<RequestFailedException>(
            () => emulator.Client().AnalyzeImageAsync(new Uri("https://account.blob.core.windows.net/frames/1.jpg")));

        Assert.Contains("blobUrl", refusal.Message, StringComparison.Ordinal);
    }

    private async Task<RequestFailedException> RefusalAsync(byte[] image)
    {
        var refusal = await Assert.ThrowsAsync<RequestFailedException>(
            () => emulator.Client().AnalyzeImageAsync(BinaryData.FromBytes(image)));
        Assert.Equal(400, refusal.Status);
        return refusal;
    }
}
