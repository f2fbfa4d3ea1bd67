using System.ComponentModel.DataAnnotations;

namespace VideoGate.Publishing;

/// <summary>Section <c>Labelling</c>: how videos are labelled that moderators approve with a label, and what that may cost.</summary>
public sealed class LabellingOptions
{
    public const string Section = "Labelling";
    private const int GiB = 1 << 30;

    /// <summary>
    /// The platform's code as ContentPropagator carries it (GB 45438-2025 annex E, 27 characters). Without it nothing can be approved with
    /// label.
    /// </summary>
    public string? ContentPropagator { get; set; }

    /// <summary>The platform's number for a video; <c>{caseId}</c> stands for the id of its case.</summary>
    public string PropagateId { get; set; } = "{caseId}";

    /// <summary>How long a label at the start is shown; the standard wants two seconds at least.</summary>
    [Range(2, 60)]
    public double StartSeconds { get; set; } = 3;

    /// <summary>Preset of x264, which trades processor time for size.</summary>
    [RegularExpression("ultrafast|superfast|veryfast|faster|fast|medium|slow")]
    public string EncoderPreset { get; set; } = "veryfast";

    /// <summary>Constant rate factor of x264: lower is better and larger.</summary>
    [Range(10, 35)]
    public int RateFactor { get; set; } = 20;

    /// <summary>Threads of one encoding.</summary>
    [Range(1, 64)]
    public int EncoderThreads { get; set; } = 2;

    /// <summary>Videos that are encoded at a time.</summary>
    [Range(1, 16)]
    public int MaxParallelVideos { get; set; } = 1;

    /// <summary>Longest video whose picture is encoded anew.</summary>
    [Range(typeof(TimeSpan), "00:00:10", "06:00:00")]
    public TimeSpan MaxDuration { get; set; } = TimeSpan.FromHours(1);

    /// <summary>Time on the clock for one encoding; below <c>functionTimeout</c> in host.json.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "06:00:00")]
    public TimeSpan TimeLimit { get; set; } = TimeSpan.FromMinutes(20);

    /// <summary>Processor time of the encoder's threads together.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan CpuTimeLimit { get; set; } = TimeSpan.FromMinutes(40);

    /// <summary>Address space of the encoder in bytes; 4K needs more than 2 GiB.</summary>
    [Range(GiB / 2, 64L * GiB)]
    public long MemoryLimit { get; set; } = 4L * GiB;

    /// <summary>Longest encoded video in bytes: it stands in a temporary file until it is stored.</summary>
    [Range(1 << 20, 64L * GiB)]
    public long OutputLimit { get; set; } = 4L * GiB;

    /// <summary>Folder of the temporary file; null for the system's.</summary>
    public string? TemporaryFolder { get; set; }
}
