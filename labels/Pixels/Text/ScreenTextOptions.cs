namespace AiLabels.Pixels.Text;

/// <summary>How much of the text on screen is read.</summary>
public sealed record ScreenTextOptions
{
    /// <summary>Maximum number of frames searched for text; of more, that many are selected, evenly spaced.</summary>
    public int MaxFrames { get; init; } = 24;

    /// <summary>Maximum number of lines of one video, the most confident; a line similar to an earlier one does not count.</summary>
    public int MaxLines { get; init; } = 64;
}
