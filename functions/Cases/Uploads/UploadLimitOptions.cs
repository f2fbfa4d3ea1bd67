using System.ComponentModel.DataAnnotations;

namespace VideoGate.Cases.Uploads;

/// <summary>Section <c>UploadLimits</c>: what uploaders may have in progress. Uploads without an uploader share one limit.</summary>
public sealed class UploadLimitOptions
{
    public const string Section = "UploadLimits";

    /// <summary>Maximum size of an upload in bytes; a larger one is refused.</summary>
    [Range(1L << 20, 1L << 42)]
    public long MaxUploadBytes { get; set; } = 1L << 36;

    /// <summary>Upload URLs of an uploader that are neither used nor expired.</summary>
    [Range(1, 10_000)]
    public int GrantsPerUploader { get; set; } = 100;

    /// <summary>Upload URLs of all uploaders that are neither used nor expired.</summary>
    [Range(1, 1_000_000)]
    public int Grants { get; set; } = 20_000;

    /// <summary>Open cases of an uploader, those in review included, above which no upload URL is granted.</summary>
    [Range(1, 100_000)]
    public int CasesPerUploader { get; set; } = 500;

    /// <summary>Open cases of all uploaders above which no upload URL is granted.</summary>
    [Range(1, 10_000_000)]
    public int Cases { get; set; } = 100_000;

    /// <summary>Bytes of an uploader's videos in open cases above which no upload URL is granted.</summary>
    [Range(1L << 20, 1L << 50)]
    public long BytesPerUploader { get; set; } = 1L << 38;

    /// <summary>Bytes of all videos in open cases above which no upload URL is granted.</summary>
    [Range(1L << 20, 1L << 60)]
    public long Bytes { get; set; } = 1L << 44;

    /// <summary>Content Safety calls for an uploader's videos on a day (UTC) above which no upload URL is granted until the next.</summary>
    [Range(1, 100_000_000)]
    public int CallsPerUploader { get; set; } = 20_000;

    /// <summary>Content Safety calls for all videos on a day (UTC) above which no upload URL is granted until the next.</summary>
    [Range(1, 1_000_000_000)]
    public int Calls { get; set; } = 1_000_000;

    /// <summary>Videos of an uploader that are inspected at a time; later ones wait in the order of their arrival.</summary>
    [Range(1, 1000)]
    public int InspectionsPerUploader { get; set; } = 4;

    /// <summary>Videos without an uploader that are inspected at a time.</summary>
    [Range(1, 1000)]
    public int InspectionsWithoutUploader { get; set; } = 64;
}
