using System.Text.Json.Serialization;
using AiLabels.Reports;

namespace VideoGate.Cases;

/// <summary>
/// The label that people hear (GB 45438-2025 section 5.3); the whole stands in <c>evidence/{caseId}/audio-labels.json</c>.
/// </summary>
[JsonConverter(typeof(CamelCase<AudioLabel>))]
public enum AudioLabel
{
    /// <summary>Nobody has listened: nothing may be concluded.</summary>
    NotChecked,

    Missing,

    Present,
}
