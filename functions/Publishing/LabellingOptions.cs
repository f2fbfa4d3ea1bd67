using System.ComponentModel.DataAnnotations;
using VideoGate.Publishing.Signing;

namespace VideoGate.Publishing;

/// <summary>Section <c>Labelling</c>: settings and resource limits of labelled copies.</summary>
public sealed class LabellingOptions
{
    public const string Section = "Labelling";
    private const int GiB = 1 << 30;

    /// <summary>
    /// The platform's code for ContentPropagator (GB 45438-2025 annex E, 27 characters). Without it no video gets the metadata label, and
    /// those whose law requires it go to quarantine.
    /// </summary>
    public string? ContentPropagator { get; set; }

    /// <summary>Gets whether the platform has a code.</summary>
    internal bool HasCode => !string.IsNullOrEmpty(ContentPropagator);

    /// <summary>The platform's number of a video; <c>{caseId}</c> is replaced by the case id.</summary>
    public string PropagateId { get; set; } = "{caseId}";

    /// <summary>Duration of a label at the start, in seconds; the standard requires at least two.</summary>
    [Range(2, 60)]
    public double StartSeconds { get; set; } = 3;

    /// <summary>x264 preset, which trades CPU time for size.</summary>
    [RegularExpression("ultrafast|superfast|veryfast|faster|fast|medium|slow")]
    public string EncoderPreset { get; set; } = "veryfast";

    /// <summary>x264 constant rate factor: lower is better and larger.</summary>
    [Range(10, 35)]
    public int RateFactor { get; set; } = 20;

    /// <summary>Threads per encoding.</summary>
    [Range(1, 64)]
    public int EncoderThreads { get; set; } = 2;

    /// <summary>Number of videos encoded in parallel.</summary>
    [Range(1, 16)]
    public int MaxParallelVideos { get; set; } = 1;

    /// <summary>Number of videos copied in parallel with a label in their metadata alone.</summary>
    [Range(1, 64)]
    public int MaxParallelCopies { get; set; } = 4;

    /// <summary>Maximum duration of a video to be encoded as a whole; a label at the start often costs its first seconds alone.</summary>
    [Range(typeof(TimeSpan), "00:00:10", "06:00:00")]
    public TimeSpan MaxDuration { get; set; } = TimeSpan.FromHours(1);

    /// <summary>Wall-clock limit of one encoding; below <c>functionTimeout</c> in host.json.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "06:00:00")]
    public TimeSpan TimeLimit { get; set; } = TimeSpan.FromMinutes(20);

    /// <summary>CPU time limit of one encoding, all threads together.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan CpuTimeLimit { get; set; } = TimeSpan.FromMinutes(40);

    /// <summary>Address space limit of the encoder in bytes; 4K needs more than 2 GiB.</summary>
    [Range(GiB / 2, 64L * GiB)]
    public long MemoryLimit { get; set; } = 4L * GiB;

    /// <summary>Maximum size of an encoded video in bytes: kept in a temporary file until stored.</summary>
    [Range(1 << 20, 64L * GiB)]
    public long OutputLimit { get; set; } = 4L * GiB;

    /// <summary>Folder of the temporary file; null for the system's default.</summary>
    public string? TemporaryFolder { get; set; }

    /// <summary>
    /// The platform's certificate chain and private key: PEM, or PKCS#12 without password in base64, as the secret of a certificate in
    /// Azure Key Vault holds it. Without it labelled copies are not signed.
    /// </summary>
    public string? Signer { get; set; }

    /// <summary>
    /// Address of an RFC 3161 time-stamping authority that is asked for each signature. Without one, signatures end with the certificate.
    /// </summary>
    public Uri? TimeStampAuthority { get; set; }

    /// <summary>Time after which a copy is signed without a time-stamp.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:01:00")]
    public TimeSpan TimeStampTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Time-stamping authorities on this machine as host:port, accessed over the loopback interface without TLS. For development.
    /// </summary>
    public IList<string> LoopbackTargets { get; } = [];

    internal SigningSettings ToSigning() => new(Signer, TimeStampAuthority, TimeStampTimeout, [.. LoopbackTargets]);
}
