using System.ComponentModel.DataAnnotations;

namespace VideoGate.Moderation;

/// <summary>Section <c>Decoding</c>.</summary>
public sealed class DecodingOptions
{
    public const string Section = "Decoding";

    /// <summary>Number of videos decoded in parallel; each uses about one CPU core.</summary>
    [Range(1, 64)]
    public int MaxParallelVideos { get; set; } = 2;

    /// <summary>
    /// Maximum number of distinct frames per video whose full text is recognized for Content Safety; 0 uses only the lines read for labels.
    /// </summary>
    [Range(0, 256)]
    public int TextFrames { get; set; } = 24;

    /// <summary>Maximum number of text lines of a video that Content Safety gets.</summary>
    [Range(1, 1024)]
    public int TextLines { get; set; } = 64;

    /// <summary>
    /// Decodes only if decoders are fully contained (check "decoders" of /api/health); otherwise every video goes to a moderator unseen.
    /// Azure Container Apps does not allow full containment.
    /// </summary>
    public bool RequireContainment { get; set; }

    /// <summary>Detects audio labels (GB 45438-2025 section 5.3) in the first and last seconds.</summary>
    public bool ListenForLabels { get; set; }
}
