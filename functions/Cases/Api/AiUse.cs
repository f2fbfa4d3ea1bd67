using System.Text.Json.Serialization;
using AiLabels.Reports;

namespace VideoGate.Cases.Api;

/// <summary>How AI was used in a published video, in words for viewers. No word is an accusation.</summary>
[JsonConverter(typeof(CamelCase<AiUse>))]
internal enum AiUse
{
    /// <summary>The video could not be examined completely.</summary>
    Unknown,

    /// <summary>Nothing indicates AI; no proof that none was used.</summary>
    NotIndicated,

    /// <summary>Content credentials by a trusted signer say that a device recorded it.</summary>
    Captured,

    /// <summary>Signs that can be wrong.</summary>
    MayContain,

    /// <summary>A label that belongs to the file says so.</summary>
    Contains,

    Edited,

    Generated,
}
