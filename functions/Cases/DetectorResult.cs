using System.Text.Json.Serialization;
using AiLabels.Reports;

namespace VideoGate.Cases;

/// <summary>What an external detector says about a video. A score is evidence; alone it confirms nothing.</summary>
/// <param name="Name">Name of the detector in the settings.</param>
/// <param name="Score">From 0 to 1, the higher the more likely AI was used; null unless judged.</param>
/// <param name="Model">Model and version. Untrusted text.</param>
/// <param name="Words">The detector's own words. Untrusted text.</param>
public sealed record DetectorResult(
    string Name, DetectorState State, double? Score = null, string? Model = null, string? Words = null);

[JsonConverter(typeof(CamelCase<DetectorState>))]
public enum DetectorState
{
    Judged,

    /// <summary>The detector did not answer in time, or not as agreed; or the video is larger than what is sent.</summary>
    Unavailable,
}
