using AiLabels.Reports;
using VideoGate.Cases;

namespace VideoGate.Policies;

/// <summary>The facts that a policy may evaluate.</summary>
/// <param name="UnsafeCategories">Empty unless <paramref name="Safety"/> is <see cref="SafetyState.Unsafe"/>.</param>
public sealed record DecisionInput(
    LabelSummary Labels,
    ExplicitLabelCompliance ExplicitLabel,
    Declaration Declaration,
    SafetyState Safety = SafetyState.NotChecked,
    IReadOnlyList<UnsafeCategory>? UnsafeCategories = null,
    AudioLabel AudioLabel = AudioLabel.NotChecked,
    EditKind EditKind = EditKind.Unknown,
    Realism Realism = Realism.Unknown)
{
    /// <summary>What external detectors say. They change no origin: a score alone never confirms anything.</summary>
    public IReadOnlyList<DetectorResult>? Detectors { get; init; }

    /// <summary>
    /// Whether labels state AI although the uploader declared that none was used. A mere suspicion is no contradiction.
    /// </summary>
    public bool DeclarationContradicted => Declaration is Declaration.NotAi or Declaration.RealCapture
        && (Labels.Origin is AiOrigin.Confirmed or AiOrigin.Possible || ExplicitLabel is ExplicitLabelCompliance.Present);

    /// <summary>Origin by article 6 of the Measures.</summary>
    public AiOrigin Origin => EffectiveOrigin.Of(Labels.Origin, Declaration, ExplicitLabel, AudioLabel);
}
