using System.Text.Json.Serialization;
using AiLabels.Reports;

namespace VideoGate.Cases;

/// <summary>The audible label (GB 45438-2025 section 5.3); full results: <c>evidence/{caseId}/audio-labels.json</c>.</summary>
[JsonConverter(typeof(CamelCase<AudioLabel>))]
public enum AudioLabel
{
    /// <summary>Audio was not analyzed: no conclusion.</summary>
    NotChecked,

    Missing,

    Present,
}
