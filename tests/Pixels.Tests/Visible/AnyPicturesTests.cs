using System.Runtime.CompilerServices;
using AiLabels.Pixels.Frames;

namespace AiLabels.Pixels.Tests.Visible;

/// <summary>Random pictures are analyzed to the end, whatever they show.</summary>
[Trait("Needs", "minutes")]
public sealed class AnyPicturesTests
{
    [Theory]
    [InlineData(640, 360, 1)]
    [InlineData(640, 360, 2)]
    [InlineData(360, 640, 3)]
    [InlineData(360, 640, 4)]
    [InlineData(480, 480, 5)]
    [InlineData(1280, 64, 6)]
    [InlineData(64, 1280, 7)]
    [InlineData(34, 18, 8)]
    [InlineData(2, 2, 9)]
    public async Task ReadAsync_BarsThatMoveInAndOut_AreLookedAtToTheEnd(int width, int height, int seed)
    {
        var labels = await LabelledClips.ReadAsync(new BarsSource(width, height, seed));

        Assert.Equal(20, labels.Pictures);
        Assert.Empty(labels.Problems);
    }

    /// <summary>Lines of bars of the size of letters, each at its own speed, entering and leaving at the borders, over noise.</summary>
    private sealed class BarsSource(int width, int height, int seed) : IFrameSource
    {
        public TimeSpan? Duration => TimeSpan.FromSeconds(4);

        public async IAsyncEnumerable<Frame> ReadAsync(
            FrameRequest request, [EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            await Task.Yield();
            for (var time = request.From; time < request.From + request.Duration; time += TimeSpan.FromSeconds(1 / request.FramesPerSecond))
            {
                yield return Draw(time);
            }
        }

        private Frame Draw(TimeSpan time)
        {
            var random = new Random(seed);
            var luma = new byte[width * height];
            random.NextBytes(luma);
            for (var i = 0; i < luma.Length; i++)
            {
                luma[i] = (byte)(60 + (luma[i] / 16));
            }

            for (var line = 0; line < 8; line++)
            {
                var (left, top, size, speed) =
                    (random.Next(-width, width), random.Next(height), random.Next(4, 60), random.Next(-400, 400));
                DrawLine(luma, random, left + (int)(speed * time.TotalSeconds), top, size);
            }

            var grey = Enumerable.Repeat((byte)128, luma.Length / 4).ToArray();
            return new(time, width, height, luma, grey, grey);
        }

        private void DrawLine(byte[] luma, Random random, int left, int top, int size)
        {
            var bright = (byte)random.Next(256);
            for (var letter = 0; letter < 10; letter++)
            {
                var (stroke, high) = (Math.Max(1, size / random.Next(4, 9)), random.Next(size / 2, size));
                for (var y = Math.Max(0, top); y < Math.Min(height, top + high); y++)
                {
                    for (var x = Math.Max(0, left + (letter * size)); x < Math.Min(width, left + (letter * size) + stroke); x++)
                    {
                        luma[(y * width) + x] = bright;
                    }
                }
            }
        }
    }
}
