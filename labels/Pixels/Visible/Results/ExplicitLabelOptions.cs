using AiLabels.Pixels.Programs;

namespace AiLabels.Pixels.Visible.Results;

/// <summary>What counts as a compliant label, and how much may be spent on finding one.</summary>
public sealed record ExplicitLabelOptions
{
    /// <summary>GB 45438-2025 §5.4: the text is at least this share of the picture's short side high.</summary>
    public double MinHeightShare { get; init; } = 0.05;

    /// <summary>
    /// Part of <see cref="MinHeightShare"/> that a label may lack. The standard leaves open whether height means the em or the glyphs, and
    /// glyphs are up to a tenth lower than the em.
    /// </summary>
    public double HeightTolerance { get; init; } = 0.12;

    /// <summary>GB 45438-2025 §5.4: shown at least this long from the start.</summary>
    public TimeSpan MinShown { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>What sampling may miss at the label's begin and end.</summary>
    public TimeSpan TimeTolerance { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>
    /// Languages of tesseract, joined by plus signs. Its simplified Chinese reads English and traditional Chinese too, and no other is as
    /// cheap.
    /// </summary>
    public string Languages { get; init; } = "chi_sim";

    /// <summary>Limits of one run of tesseract.</summary>
    public ProgramLimits Program { get; init; } = new();

    /// <summary>Pictures looked at in one video.</summary>
    public int MaxPictures { get; init; } = 150;

    /// <summary>Candidates looked at closely in one video.</summary>
    public int MaxCandidates { get; init; } = 60;

    /// <summary>Lines of text read in one video.</summary>
    public int MaxLines { get; init; } = 10;

    /// <summary>Lines read a second time in one video.</summary>
    public int MaxSecondLines { get; init; } = 6;
}
