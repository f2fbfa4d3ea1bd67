using AiLabels.Pixels.Frames;
using AiLabels.Pixels.Visible.Results;

namespace AiLabels.Pixels.Visible.Detection;

/// <summary>A sampled frame, of which parts are measured at full size.</summary>
internal sealed class Picture(Frame frame)
{
    /// <summary>Short side sufficient to find text of 2 % of it.</summary>
    private const int SearchedShortSide = 320;

    public Frame Frame { get; } = frame;

    public TimeSpan Time => Frame.Time;

    public int Width => Frame.Width;

    public int Height => Frame.Height;

    /// <summary>Pixels of the frame per sample of <see cref="Small"/>, along a side.</summary>
    public int Factor { get; } = Math.Max(1, Math.Min(frame.Width, frame.Height) / SearchedShortSide);

    /// <summary>The frame reduced for a search.</summary>
    public Primaries Small => field ??= Colours.Of(Frame).Reduced(Factor);

    public Primaries Crop(Box box) => Colours.Of(Frame, box);
}
