using System.Text.Json.Serialization;
using AiLabels.Reports;

namespace VideoGate.Cases;

/// <summary>The uploader's declaration about the use of AI, the weakest first.</summary>
[JsonConverter(typeof(CamelCase<Declaration>))]
public enum Declaration
{
    /// <summary>The uploader was not asked: no conclusion.</summary>
    NotAsked,

    /// <summary>No AI was used.</summary>
    NotAi,

    /// <summary>A camera recorded the video.</summary>
    RealCapture,

    /// <summary>Edited with AI, see <see cref="EditKind"/>.</summary>
    Edited,

    Generated,
}

/// <summary>The most far-reaching AI edit that the uploader declares.</summary>
[JsonConverter(typeof(CamelCase<EditKind>))]
public enum EditKind
{
    /// <summary>Not declared.</summary>
    Unknown,

    /// <summary>Noise, colour, sharpness, compression: what the video shows is unchanged.</summary>
    Quality,

    /// <summary>Crop, cut, subtitles, format: routine editing, with or without an improvement of quality.</summary>
    Routine,

    /// <summary>What the video shows or says is changed.</summary>
    Substantial,
}

/// <summary>Whether viewers may take the content for real. Declared, never guessed.</summary>
[JsonConverter(typeof(CamelCase<Realism>))]
public enum Realism
{
    /// <summary>Not declared.</summary>
    Unknown,

    /// <summary>Evidently art, satire, fiction or animation.</summary>
    Evident,

    Realistic,
}
