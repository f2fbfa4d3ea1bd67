using System.Net;
using Azure;
using Azure.AI.ContentSafety;

namespace VideoGate.Local.ContentSafety.Tests;

public sealed class ImageTests(RunningEmulator emulator, Pictures pictures) : IClassFixture<RunningEmulator>, IClassFixture<Pictures>
{
    [Theory]
    [InlineData("red", "black", "Hate", 2)]
    [InlineData("blue", "gray", "SelfHarm", 4)]
    [InlineData("yellow", "white", "Sexual", 6)]
    [InlineData("cyan", "gray", "Violence", 4)]
    public async Task TestCard_AfterAVideoCodecAndJpeg_GivesItsSeverity(string category, string severity, string name, int expected)
    {
        var result = await AnalyzeAsync(await pictures.ReadAsync($"{category}-{severity}.jpg"));

        Assert.Equal(expected, result.CategoriesAnalysis.Single(analysis => analysis.Category.ToString() == name).Severity);
        Assert.Equal(3, result.CategoriesAnalysis.Count(analysis => analysis.Severity == 0));
    }

    [Theory]
    [InlineData("jpg")]
    [InlineData("png")]
    [InlineData("bmp")]
    [InlineData("gif")]
    [InlineData("webp")]
    public async Task TestCard_InAnyFormat_IsRead(string format)
    {
        var result = await AnalyzeAsync(await pictures.ReadAsync($"card.{format}"));

        Assert.Equal(6, result.CategoriesAnalysis.Single(analysis => analysis.Category == ImageCategory.Violence).Severity);
    }

    [Theory]
    [InlineData("testsrc")]
    [InlineData("magenta")]
    [InlineData("smptebars")]
    [InlineData("red")]
    public async Task Picture_ThatIsNoTestCard_IsSafe(string name)
    {
        var result = await AnalyzeAsync(await pictures.ReadAsync($"{name}.png"));

        Assert.All(result.CategoriesAnalysis, analysis => Assert.Equal(0, analysis.Severity));
    }

    [Theory]
    [InlineData("48x50")]
    [InlineData("2050x50")]
    [InlineData("8000x8000")]
    public async Task Picture_OfAForbiddenSize_IsRefused(string size)
    {
        var refusal = await RefusalAsync(await pictures.ReadAsync($"{size}.png"));

        Assert.Contains(size.Replace("x", " x ", StringComparison.Ordinal), refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Picture_InTiff_WhichTheEmulatorCannotDecode_IsRefused()
    {
        var refusal = await RefusalAsync(await pictures.ReadAsync("card.tiff"));

        Assert.Contains("does not decode TIFF", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Content_Over4Megabytes_IsRefused() =>
        Assert.Contains("4 MB", (await RefusalAsync(new byte[(4 * 1024 * 1024) + 1])).Message, StringComparison.Ordinal);

    [Fact]
    public async Task Content_ThatIsNoImage_IsRefused() =>
        Assert.Contains("not JPEG", (await RefusalAsync([0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3])).Message, StringComparison.Ordinal);

    [Fact]
    public async Task BlobUri_WhichTheEmulatorCannotFetch_IsRefused()
    {
        var request = new { image = new { blobUrl = "https://account.blob.core.windows.net/frames/1.jpg" } };

        using var refusal = await emulator.SendAsync(HttpMethod.Post, "image:analyze?api-version=2023-10-01", request);

        Assert.Equal(HttpStatusCode.BadRequest, refusal.StatusCode);
        Assert.Contains("blobUrl", await refusal.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private async Task<AnalyzeImageResult> AnalyzeAsync(byte[] image) =>
        await emulator.Client().AnalyzeImageAsync(new AnalyzeImageOptions(new ContentSafetyImageData(BinaryData.FromBytes(image))));

    private async Task<RequestFailedException> RefusalAsync(byte[] image)
    {
        var refusal = await Assert.ThrowsAsync<RequestFailedException>(() => AnalyzeAsync(image));
        Assert.Equal(400, refusal.Status);
        return refusal;
    }
}
