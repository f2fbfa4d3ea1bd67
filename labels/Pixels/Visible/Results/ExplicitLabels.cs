using AiLabels.Reports;

namespace AiLabels.Pixels.Visible.Results;

/// <summary>What the pictures of one video say about its origin to those who watch it.</summary>
public sealed record ExplicitLabels
{
    /// <summary>Labels and traces, in the order of their first picture.</summary>
    public IReadOnlyList<VisibleLabel> Labels { get; init; } = [];

    /// <summary>
    /// Width in pixels of the picture in which boxes are measured: of the video as it is shown, or of the frames where its size is unknown.
    /// </summary>
    public int Width { get; init; }

    /// <summary>Height of the same picture in pixels.</summary>
    public int Height { get; init; }

    /// <summary>Pictures looked at.</summary>
    public int Pictures { get; init; }

    /// <summary>Lines of text read.</summary>
    public int LinesRead { get; init; }

    /// <summary>What was read in them, labels or not. Untrusted: escape wherever shown.</summary>
    public IReadOnlyList<string> Texts { get; init; } = [];

    /// <summary>What was beyond a limit or could not be read.</summary>
    public IReadOnlyList<Problem> Problems { get; init; } = [];
}
