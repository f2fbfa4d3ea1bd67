using System.Text.Json.Serialization;
using AiLabels.Reports;

namespace VideoGate.Cases;

/// <summary>Compliance of the visible label with GB 45438-2025 section 5.4; of several labels, the best.</summary>
[JsonConverter(typeof(CamelCase<ExplicitLabelCompliance>))]
public enum ExplicitLabelCompliance
{
    /// <summary>The picture was not analyzed: no conclusion.</summary>
    NotChecked,

    /// <summary>The picture cannot be decoded: no conclusion.</summary>
    Undecodable,

    Missing,

    /// <summary>
    /// A generator's mark, a text with only one of the two required elements, or a label that not every video track shows: a trace, not a
    /// label.
    /// </summary>
    Incomplete,

    /// <summary>Present, but not from the start of the video.</summary>
    NotAtStart,

    /// <summary>Present for less than two seconds.</summary>
    TooShort,

    /// <summary>Present, but disappears and returns within the first seconds.</summary>
    Flickering,

    /// <summary>Present, but hardly stands out from the picture around it.</summary>
    Illegible,

    /// <summary>Present, but its height is below 5 % of the picture's short side.</summary>
    Undersized,

    /// <summary>Present in some pictures, but which of them viewers see depends on the player.</summary>
    Inconclusive,

    Present,
}
