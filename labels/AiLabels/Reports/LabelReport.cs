using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace AiLabels.Reports;

/// <summary>All results of one inspection of one file. The workflow stores it and the console shows it unchanged.</summary>
public sealed record LabelReport
{
    /// <summary>
    /// Keeps Chinese and quotes readable: the characters left unescaped matter only in HTML. Control characters are escaped.
    /// </summary>
    private static readonly LabelJson Readable =
        new(new JsonSerializerOptions(LabelJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>Version of this shape; increased when a field changes its meaning.</summary>
    public int SchemaVersion { get; init; } = 1;

    public required AiOrigin Origin { get; init; }

    /// <summary>
    /// Name from <c>Generators/generators.json</c>, <c>unknown service</c> and its credit code, or null if none is indicated.
    /// </summary>
    public string? Generator { get; init; }

    public required ContainerFacts Container { get; init; }

    public CredentialReport Credentials { get; init; } = CredentialReport.None;

    /// <summary>Every label, trace and claim, in file order.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>Damage, malformed data, conflicts and reached limits.</summary>
    public IReadOnlyList<Problem> Problems { get; init; } = [];

    /// <summary>Length of the file in bytes.</summary>
    public long Length { get; init; }

    /// <summary>Bytes fetched from the source, read-ahead included.</summary>
    public long BytesRead { get; init; }

    /// <summary>Returns the report as one line of JSON, in the shape that <see cref="LabelReportSchema"/> describes.</summary>
    /// <remarks>Safe on a terminal: control characters are escaped. In HTML escape it like any other text.</remarks>
    public string ToJson() => JsonSerializer.Serialize(this, Readable.LabelReport);
}

/// <summary>Facts from the container.</summary>
public sealed record ContainerFacts
{
    public static ContainerFacts Unknown { get; } = new() { Format = ContainerFormat.Unknown };

    public required ContainerFormat Format { get; init; }

    /// <summary>Major brand (ISO-BMFF) or DocType (Matroska).</summary>
    public string? Brand { get; init; }

    public bool Fragmented { get; init; }

    public TimeSpan? Duration { get; init; }

    public IReadOnlyList<TrackFacts> Tracks { get; init; } = [];

    /// <summary>The muxer or encoder that wrote the file, as named in it.</summary>
    public string? Encoder { get; init; }
}

/// <summary>One track; width and height in pixels as coded, rotation in degrees clockwise.</summary>
public sealed record TrackFacts(TrackKind Kind, string? Codec, int? Width, int? Height, int? Rotation)
{
    /// <summary>
    /// The part of the coded picture that players show, before rotation: clean aperture of MP4 (clap), PixelCrop of Matroska. Null for all
    /// of it.
    /// </summary>
    public ShownArea? Shown { get; init; }
}

[JsonConverter(typeof(CamelCase<TrackKind>))]
public enum TrackKind
{
    Other,
    Video,
    Audio,
    Text,
}

[JsonConverter(typeof(CamelCase<ContainerFormat>))]
public enum ContainerFormat
{
    Unknown,
    IsoBmff,
    QuickTime,
    Matroska,
    WebM,
    Avi,
    Flv,
    MpegTs,
    Asf,

    /// <summary>A C2PA manifest store in a separate file (.c2pa), without the media that it describes.</summary>
    C2pa,
}
