namespace AiLabels.Reports;

/// <summary>Limits of one inspection. A reached limit makes the report <see cref="AiOrigin.Inconclusive"/> and is named in it.</summary>
public sealed record LabelReaderOptions
{
    /// <summary>Maximum number of container boxes, elements or chunks visited.</summary>
    public int MaxBoxes { get; init; } = 100_000;

    /// <summary>
    /// Maximum number of fragments, clusters, blocks and tags of media that are stepped over by their headers. A recording of six hours has
    /// a million and a half; a label may follow the last one.
    /// </summary>
    public int MaxMediaParts { get; init; } = 4_000_000;

    /// <summary>Maximum nesting of container boxes or elements.</summary>
    public int MaxDepth { get; init; } = 32;

    /// <summary>Maximum number of bytes fetched from the source, read-ahead included.</summary>
    public long MaxBytesRead { get; init; } = 64L << 20;

    /// <summary>Maximum length of one metadata value held in memory, in bytes.</summary>
    public int MaxValueLength { get; init; } = 4 << 20;

    /// <summary>
    /// Maximum total length of all C2PA manifest stores of one file, in bytes. They are held in memory; thumbnails of many ingredients add
    /// up to megabytes.
    /// </summary>
    public int MaxManifestStoreLength { get; init; } = 8 << 20;

    /// <summary>
    /// Maximum number of C2PA manifests read of one file: the active one and those reached through ingredients. Each costs a signature
    /// verification.
    /// </summary>
    public int MaxManifests { get; init; } = 256;

    /// <summary>Maximum number of tracks of one file.</summary>
    public int MaxTracks { get; init; } = 128;

    /// <summary>Maximum number of findings, and of problems, of one report.</summary>
    public int MaxFindings { get; init; } = 256;

    /// <summary>Maximum length of <see cref="Finding.Raw"/> in characters.</summary>
    public int MaxRawText { get; init; } = 4096;

    /// <summary>Maximum nesting of JSON and CBOR values.</summary>
    public int MaxNesting { get; init; } = 64;

    /// <summary>Whether to read the whole file to check the hash in its content credentials; otherwise integrity is unverified.</summary>
    public bool CheckContentHash { get; init; } = true;

    /// <summary>Roots that C2PA signers must chain to, such as the C2PA Trust List. Without any, signers are unverified.</summary>
    public TrustAnchors SignerAnchors { get; init; } = TrustAnchors.None;

    /// <summary>
    /// Roots that time-stamps on C2PA signatures must chain to, such as the C2PA TSA Trust List; separate from those for signers.
    /// </summary>
    public TrustAnchors TimeStampAnchors { get; init; } = TrustAnchors.None;

    /// <summary>The C2PA Conforming Products List, which identifies the product of a trusted signer.</summary>
    public ConformingProducts Products { get; init; } = ConformingProducts.None;

    /// <summary>Timeout of the whole inspection, except stepping over media and the hash of the content.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Timeout for stepping over media by their headers. If it is reached, what lies behind the media is read where the file's own index
    /// says.
    /// </summary>
    public TimeSpan MediaTimeout { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// Timeout for reading and hashing the whole file. If it is reached, integrity is unverified and all other results are kept.
    /// </summary>
    public TimeSpan HashTimeout { get; init; } = TimeSpan.FromMinutes(10);
}
