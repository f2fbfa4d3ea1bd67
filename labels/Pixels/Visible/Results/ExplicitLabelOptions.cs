namespace AiLabels.Pixels.Visible.Results;

/// <summary>Requirements of a compliant label, and limits of the search for one.</summary>
public sealed record ExplicitLabelOptions
{
    /// <summary>GB 45438-2025 §5.4: minimum height of the text, as a share of the picture's short side.</summary>
    public double MinHeightShare { get; init; } = 0.05;

    /// <summary>
    /// Share of <see cref="MinHeightShare"/> that a label may lack. The standard does not specify whether height means the em or the
    /// glyphs, and glyphs are up to a tenth lower than the em.
    /// </summary>
    public double HeightTolerance { get; init; } = 0.12;

    /// <summary>
    /// Minimum contrast ratio of the letters, as WCAG 2.2 defines it. The standard requires clear letters without a number; below this
    /// people hardly see them: white on grey at a tenth of its opacity has 1.2. WCAG recommends 3 and more.
    /// </summary>
    public double MinContrast { get; init; } = 1.25;

    /// <summary>GB 45438-2025 §5.4: minimum time shown from the start.</summary>
    public TimeSpan MinShown { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Time that sampling may miss at the beginning and end of the label.</summary>
    public TimeSpan TimeTolerance { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>Maximum number of pictures read in one video.</summary>
    public int MaxPictures { get; init; } = 150;
}
