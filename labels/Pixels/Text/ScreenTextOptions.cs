using AiLabels.Pixels.Programs;

namespace AiLabels.Pixels.Text;

/// <summary>How much of the text on screen is read.</summary>
public sealed record ScreenTextOptions
{
    /// <summary>Maximum number of frames searched for text; of more, that many are selected, evenly spaced.</summary>
    public int MaxFrames { get; init; } = 24;

    /// <summary>Maximum number of lines read in one frame, the strongest.</summary>
    public int MaxLinesPerFrame { get; init; } = 12;

    /// <summary>Maximum number of lines read in one video; a line similar to an earlier one is not read again.</summary>
    public int MaxLines { get; init; } = 64;

    /// <summary>Languages of tesseract, joined by plus signs.</summary>
    public string Languages { get; init; } = "chi_sim";

    /// <summary>Limits of the single run of tesseract; at the CPU limit, the lines read so far are returned.</summary>
    public ProgramLimits Program { get; init; } = new() { CpuTime = TimeSpan.FromSeconds(10) };
}
