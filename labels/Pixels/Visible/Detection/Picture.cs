using AiLabels.Pixels.Frames;
using AiLabels.Pixels.Visible.Results;

namespace AiLabels.Pixels.Visible.Detection;

/// <summary>A sampled frame, of which parts are measured at full size.</summary>
internal sealed class Picture(Frame frame)
{
    public Frame Frame { get; } = frame;

    public TimeSpan Time => Frame.Time;

    public int Width => Frame.Width;

    public int Height => Frame.Height;

    public Primaries Crop(Box box) => Primaries.Of(Frame, box);

    public Plane Luma(Box box) => Primaries.LumaOf(Frame, box);
}
