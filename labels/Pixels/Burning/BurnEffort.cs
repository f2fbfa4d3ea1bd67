using System.Text.Json.Serialization;
using AiLabels.Reports;

namespace AiLabels.Pixels.Burning;

/// <summary>What was encoded for a label over the picture, and what it cost.</summary>
/// <param name="Time">Duration of the encoded part.</param>
/// <param name="CpuTime">Of ffmpeg, all threads together.</param>
/// <param name="WholeBecause">Why the rest of the video was not kept as it is; null if it was, or if every picture has the label.</param>
public sealed record BurnEffort(BurnExtent Encoded, TimeSpan Time, TimeSpan CpuTime, string? WholeBecause = null);

/// <summary>The part of a video that was encoded.</summary>
[JsonConverter(typeof(CamelCase<BurnExtent>))]
public enum BurnExtent
{
    /// <summary>The pictures up to the first independent one behind the label; all others are the upload's.</summary>
    Opening,

    WholeVideo,
}
