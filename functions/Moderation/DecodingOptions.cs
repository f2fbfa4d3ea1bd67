using System.ComponentModel.DataAnnotations;

namespace VideoGate.Moderation;

/// <summary>Section <c>Decoding</c>.</summary>
public sealed class DecodingOptions
{
    public const string Section = "Decoding";

    /// <summary>Videos whose pictures are decoded at a time; each keeps about one processor busy.</summary>
    [Range(1, 64)]
    public int MaxParallelVideos { get; set; } = 2;

    /// <summary>
    /// Distinct frames of a video whose whole text is read for Content Safety; 0 leaves it at the lines that are read for labels.
    /// </summary>
    [Range(0, 256)]
    public int TextFrames { get; set; } = 24;

    /// <summary>Lines of text read in them.</summary>
    [Range(1, 1024)]
    public int TextLines { get; set; } = 64;

    /// <summary>CPU time for reading them.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00")]
    public TimeSpan TextCpuTime { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Listen for audio labels (GB 45438-2025 section 5.3) in the first and last seconds.</summary>
    public bool ListenForLabels { get; set; }
}
