using AiLabels.Pixels.Frames;

namespace AiLabels.Pixels.Tests.Frames;

/// <summary>Synthesized frames.</summary>
internal static class Pictures
{
    public const int Width = 320;
    public const int Height = 180;

    public static Frame Flat(byte luma, byte cb = 128, byte cr = 128) => Of((_, _) => luma, (_, _) => cb, (_, _) => cr);

    public static Frame Of(Func<int, int, byte> luma, Func<int, int, byte>? cb = null, Func<int, int, byte>? cr = null, double seconds = 0,
        int width = Width, int height = Height) =>
        new(TimeSpan.FromSeconds(seconds), width, height, Plane(width, height, luma), Plane(width / 2, height / 2, cb),
            Plane(width / 2, height / 2, cr));

    /// <summary>The same picture with noise of that many levels, as from a codec or a sensor.</summary>
    public static Frame Noisy(Frame frame, int levels, int seed)
    {
        var random = new Random(seed);
        return frame with
        {
            Luma =
            Plane(frame.Width, frame.Height,
                (x, y) => (byte)Math.Clamp(frame.Luma.Span[(y * frame.Width) + x] + random.Next(-levels, levels + 1), 0, 255))
        };
    }

    private static byte[] Plane(int width, int height, Func<int, int, byte>? sample)
    {
        var plane = new byte[width * height];
        for (var i = 0; i < plane.Length; i++)
        {
            plane[i] = sample?.Invoke(i % width, i / width) ?? 128;
        }

        return plane;
    }
}
