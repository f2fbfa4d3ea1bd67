using AiLabels.Pixels.Programs;

namespace AiLabels.Pixels.Text;

/// <summary>How much of the text on screen is read.</summary>
public sealed record ScreenTextOptions
{
    /// <summary>Frames in which text is looked for; of more, as many are taken, evenly spread.</summary>
    public int MaxFrames { get; init; } = 24;

    /// <summary>Lines read of one frame, the strongest.</summary>
    public int MaxLinesPerFrame { get; init; } = 12;

    /// <summary>Lines read of one video; one that looks like a line before it is not read again.</summary>
    public int MaxLines { get; init; } = 64;

    /// <summary>Languages of tesseract, joined by plus signs.</summary>
    public string Languages { get; init; } = "chi_sim";

    /// <summary>Limits of the one run of tesseract; at its CPU time what was read by then is all there is.</summary>
    public ProgramLimits Program { get; init; } = new() { CpuTime = TimeSpan.FromSeconds(10) };
}
