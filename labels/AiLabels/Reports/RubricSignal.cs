using System.Text.Json.Serialization;

namespace AiLabels.Reports;

/// <summary>A signal of the C2PA Asset Rubrics 1.0, by its name there.</summary>
[JsonConverter(typeof(CamelCase<RubricSignal>))]
public enum RubricSignal
{
    /// <summary>Began as an empty workspace.</summary>
    BlankCanvas,

    /// <summary>Captured by a device.</summary>
    CapturedMedia,

    /// <summary>Stitched from several captures.</summary>
    CapturedMediaStitched,

    /// <summary>Composed of parts that may be AI.</summary>
    CompositionMayContainGenAI,

    /// <summary>Made by a trained model.</summary>
    FullyGenAIMedia,

    /// <summary>Made with an ingredient that has no credentials.</summary>
    MediaUnknownProvenance,

    /// <summary>Drawn or rendered without a trained model.</summary>
    NonGenAIDigitalCreation,

    /// <summary>Made in part by a trained model.</summary>
    PartlyGenAICreation,

    /// <summary>Recorded from a screen, which may have shown AI.</summary>
    ScreenCaptureMayContainGenAI,

    /// <summary>Actions are missing, unknown, or not declared complete.</summary>
    AmbiguousActions,

    /// <summary>Actions that do not change what people perceive, such as transcoding.</summary>
    NonEditorial,

    /// <summary>Changed by a trained model.</summary>
    PerceptibleGenAI,

    /// <summary>Changed without a trained model.</summary>
    PerceptibleNonGenAI,

    /// <summary>Changed in a way that may involve a trained model.</summary>
    PerceptiblePossiblyGenAI,
}
