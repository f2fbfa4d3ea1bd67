using System.Text.Json.Serialization;

namespace AiLabels.Reports;

/// <summary>One label, trace or claim and its location.</summary>
public sealed record Finding
{
    public required FindingKind Kind { get; init; }

    /// <summary>The origin according to this finding alone.</summary>
    public required AiOrigin Says { get; init; }

    public required Source Source { get; init; }

    /// <summary>The text in the file, truncated to <c>LabelReaderOptions.MaxRawText</c>. Untrusted: escape wherever shown.</summary>
    public string? Raw { get; init; }

    /// <summary>Name in the generator registry that this finding indicates.</summary>
    public string? Generator { get; init; }

    /// <summary>Parsed values, such as Label or digitalSourceType. Untrusted text.</summary>
    public IReadOnlyDictionary<string, string> Details { get; init; } = new Dictionary<string, string>();
}

[JsonConverter(typeof(CamelCase<FindingKind>))]
public enum FindingKind
{
    /// <summary>GB 45438-2025 implicit label, annex E.</summary>
    AigcLabel,

    /// <summary>IPTC DigitalSourceType in XMP.</summary>
    DigitalSourceType,

    /// <summary>A C2PA assertion about the origin of the content.</summary>
    ContentCredential,

    /// <summary>A platform's own marking, such as TikTok's <c>aigc_info</c>.</summary>
    PlatformLabel,

    /// <summary>A mark of a generator: metadata keys, SEI user data, encoder strings.</summary>
    VendorTrace,

    /// <summary>The URL of a manifest outside the file; reported, never fetched.</summary>
    RemoteManifest,

    /// <summary>The settings with which a local tool generated the video: a graph, settings or a line of parameters.</summary>
    GenerationRecipe,
}

/// <summary>Location of a finding or problem in the file.</summary>
/// <param name="Path">Container path, such as <c>moov/udta/meta/ilst/AIGC</c>.</param>
/// <param name="Offset">Offset of the structure from the start of the file, in bytes.</param>
/// <param name="Length">Length of the structure in bytes.</param>
/// <param name="Clause">The clause of the standard that defines it, such as <c>GB 45438-2025 annex E</c>.</param>
public sealed record Source(string Path, long Offset, long Length, string? Clause = null);

/// <summary>Damage, malformed data, a conflict or a reached limit.</summary>
/// <param name="Code">
/// Stable identifier, such as <c>aigc.malformed</c>, <c>limit.boxes</c>, <c>conflict.origin</c>, or a C2PA status code.
/// </param>
/// <param name="Message">One human-readable sentence.</param>
/// <param name="Source">Location, if it has one.</param>
public sealed record Problem(string Code, string Message, Source? Source = null);
