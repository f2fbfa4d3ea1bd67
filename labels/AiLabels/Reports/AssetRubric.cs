namespace AiLabels.Reports;

/// <summary>The class of the content by the C2PA Asset Rubrics 1.0, as its signers describe it.</summary>
/// <remarks>
/// Signals are those of the active manifest and of its parents. Thus the class of a transcoded video is that of the video before.
/// </remarks>
public sealed record AssetRubric
{
    /// <summary>Signals, those about the beginning first.</summary>
    public IReadOnlyList<RubricSignal> Signals { get; init; } = [];

    /// <summary>Whether a signal leaves open that AI made a part, as those of compositions and screen recordings do.</summary>
    public bool MayContainAi { get; init; }

    /// <summary>
    /// Whether the credentials are evidence that a device captured the content: they are intact, every signer is trusted, all actions are
    /// included, and none changed what people perceive.
    /// </summary>
    public bool Captured { get; init; }
}
