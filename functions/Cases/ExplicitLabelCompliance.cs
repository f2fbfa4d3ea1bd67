using System.Text.Json.Serialization;
using AiLabels.Reports;

namespace VideoGate.Cases;

/// <summary>The label that viewers see, held against GB 45438-2025 section 5.4; of several the best.</summary>
[JsonConverter(typeof(CamelCase<ExplicitLabelCompliance>))]
public enum ExplicitLabelCompliance
{
    /// <summary>Nobody has looked at the picture: nothing may be concluded.</summary>
    NotChecked,

    /// <summary>The picture cannot be decoded: nothing may be concluded.</summary>
    Undecodable,

    Missing,

    /// <summary>A generator's mark, or a text with only one of the two elements: a trace, but no label.</summary>
    Incomplete,

    /// <summary>There, but not from the start of the video.</summary>
    NotAtStart,

    /// <summary>There, but for less than two seconds.</summary>
    TooShort,

    /// <summary>There, but lower than five per cent of the picture's short side.</summary>
    Undersized,

    Present,
}
