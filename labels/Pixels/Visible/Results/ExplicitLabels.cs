using AiLabels.Reports;

namespace AiLabels.Pixels.Visible.Results;

/// <summary>Labels visible in the pictures of one video.</summary>
public sealed record ExplicitLabels
{
    /// <summary>Labels and traces, in order of their first picture.</summary>
    public IReadOnlyList<VisibleLabel> Labels { get; init; } = [];

    /// <summary>
    /// Width in pixels of the picture that boxes refer to: the display size of the video, or the frames if that is unknown.
    /// </summary>
    public int Width { get; init; }

    /// <summary>Height of the same picture in pixels.</summary>
    public int Height { get; init; }

    /// <summary>Number of pictures read.</summary>
    public int Pictures { get; init; }

    /// <summary>Number of video tracks read.</summary>
    public int Tracks { get; init; } = 1;

    /// <summary>Number of lines of text read.</summary>
    public int LinesRead { get; init; }

    /// <summary>All text read, labels or not. Untrusted: escape wherever shown.</summary>
    public IReadOnlyList<string> Texts { get; init; } = [];

    /// <summary>Reached limits and reading errors.</summary>
    public IReadOnlyList<Problem> Problems { get; init; } = [];
}
