using AiLabels.Pixels.Frames;
using AiLabels.Pixels.Programs;

namespace AiLabels.Pixels.Tests.Frames;

public sealed class FrameImagesTests
{
    private readonly FrameImages _images = new(new ProgramLimits());

    [Fact]
    public async Task EncodeAsync_Frames_BecomeOneJpegEachInTheirOrder()
    {
        // Arrange
        var frames = Enumerable.Range(0, 20).Select(i => Pictures.Flat((byte)(i * 12), 100, 160)).ToList();

        // Act
        var images = await _images.EncodeAsync(frames);

        // Assert
        Assert.Equal(20, images.Count);
        var last = await DecodeAsync(images[19]);
        Assert.Equal(Pictures.Width * Pictures.Height * 3 / 2, last.Length);
        Assert.Equal(19 * 12, last[0], 2.0);
        Assert.Equal(160, last[^1], 2.0);
    }

    [Fact]
    public async Task EncodeAsync_LargestNoise_StaysBelowFourMebibytes()
    {
        var random = new Random(1);
        var luma = new byte[4096 * 720];
        var chroma = new byte[luma.Length / 4];
        random.NextBytes(luma);
        random.NextBytes(chroma);

        var image = Assert.Single(await _images.EncodeAsync([new Frame(TimeSpan.Zero, 4096, 720, luma, chroma, chroma)]));

        Assert.InRange(image.Length, 100_000, 4 << 20);
    }

    [Fact]
    public async Task EncodeAsync_SeveralSizes_IsMisuse() =>
        await Assert.ThrowsAsync<ArgumentException>(
            () => _images.EncodeAsync([Pictures.Flat(1), new Frame(TimeSpan.Zero, 2, 2, new byte[4], new byte[1], new byte[1])]));

    [Fact]
    public async Task ContactSheetAsync_TenFrames_IsTwoRows()
    {
        var sheet = await _images.ContactSheetAsync([.. Enumerable.Range(0, 10).Select(i => Pictures.Flat((byte)(i * 20)))], columns: 5);

        // Pictures of 240 × 136 with gaps of 4.
        Assert.Equal(((5 * 240) + 16) * ((2 * 136) + 4) * 3 / 2, (await DecodeAsync(sheet)).Length);
    }

    [Theory]
    [InlineData(1280, 720, 1280, 720, 1280, 720)]
    [InlineData(4096, 720, 2048, 360, 2048, 360)]
    [InlineData(30, 40, 50, 66, 50, 66)]
    [InlineData(2, 4096, 2, 2048, 50, 2048)]
    public void For_AnySize_IsWhatTheServiceTakes(
        int width, int height, int scaledWidth, int scaledHeight, int paddedWidth, int paddedHeight) =>
        Assert.Equal(new ImageSize(scaledWidth, scaledHeight, paddedWidth, paddedHeight), ImageSize.For(width, height));

    private static async Task<byte[]> DecodeAsync(byte[] jpeg)
    {
        var (result, output) = await new ContainedProgram("ffmpeg", new ProgramLimits())
            .RunAsync(["-v", "error", "-f", "jpeg_pipe", "-i", "pipe:0", "-f", "rawvideo", "-pix_fmt", "yuvj420p", "pipe:1"], jpeg);
        Assert.True(result.Succeeded, result.Errors);
        return output;
    }
}
