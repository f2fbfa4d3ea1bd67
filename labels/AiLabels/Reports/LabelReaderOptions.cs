namespace AiLabels.Reports;

/// <summary>Limits of one inspection. Hitting one makes the report <see cref="AiOrigin.Inconclusive"/> and names the limit.</summary>
public sealed record LabelReaderOptions
{
    /// <summary>Container boxes, elements or chunks visited.</summary>
    public int MaxBoxes { get; init; } = 100_000;

    /// <summary>Nesting of container boxes or elements.</summary>
    public int MaxDepth { get; init; } = 32;

    /// <summary>Bytes fetched from the source, read-ahead included.</summary>
    public long MaxBytesRead { get; init; } = 64L << 20;

    /// <summary>Length of one metadata value taken into memory, in bytes.</summary>
    public int MaxValueLength { get; init; } = 4 << 20;

    /// <summary>
    /// Length of all C2PA manifest stores of one file together, in bytes. They are held in memory; thumbnails of many ingredients add up to
    /// megabytes.
    /// </summary>
    public int MaxManifestStoreLength { get; init; } = 8 << 20;

    /// <summary>
    /// C2PA manifests of one file that are read: the active one and those it was made from. Each costs a signature to verify.
    /// </summary>
    public int MaxManifests { get; init; } = 256;

    /// <summary>Tracks of one file.</summary>
    public int MaxTracks { get; init; } = 128;

    /// <summary>Findings, and problems, of one report.</summary>
    public int MaxFindings { get; init; } = 256;

    /// <summary>Length of <see cref="Finding.Raw"/> in characters.</summary>
    public int MaxRawText { get; init; } = 4096;

    /// <summary>Nesting of JSON and CBOR values.</summary>
    public int MaxNesting { get; init; } = 64;

    /// <summary>Whether a file with content credentials is read whole to check their hash; without it integrity stays unverified.</summary>
    public bool CheckContentHash { get; init; } = true;

    /// <summary>Roots that C2PA signers must chain to, such as the C2PA Trust List. With none, signers stay unverified.</summary>
    public TrustAnchors SignerAnchors { get; init; } = TrustAnchors.None;

    /// <summary>
    /// Roots that time-stamps on C2PA signatures must chain to, such as the C2PA TSA Trust List; never mixed with those for signers.
    /// </summary>
    public TrustAnchors TimeStampAnchors { get; init; } = TrustAnchors.None;

    /// <summary>Time for the whole inspection, but for the hash of the content.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Time to read the file whole and hash it. A hash that is not finished by then leaves integrity unverified and all else as it was
    /// found.
    /// </summary>
    public TimeSpan HashTimeout { get; init; } = TimeSpan.FromMinutes(10);
}
