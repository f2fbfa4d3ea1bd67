using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using AiLabels.Pixels.Audio;
using AiLabels.Pixels.Visible.Results;
using AiLabels.Reports;

namespace AiLabels.Cli.Inspect;

/// <summary>What <c>inspect --json</c> prints of one file: its report, with the credentials in one word for scripts.</summary>
internal sealed record JsonLine
{
    /// <summary>
    /// Chinese and quotes stay readable: what is escaped less than usual matters in HTML alone. Control characters are escaped.
    /// </summary>
    private static readonly JsonLines Json =
        new(new JsonSerializerOptions(JsonLines.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public required string File { get; init; }

    public required AiOrigin Origin { get; init; }

    /// <summary>Always there, so that a script need not ask whether it is.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required string? Generator { get; init; }

    /// <summary><c>integrity/signer</c>, or <c>none</c>.</summary>
    public required string Credentials { get; init; }

    public required IReadOnlyList<Finding> Findings { get; init; }

    public required IReadOnlyList<Problem> Problems { get; init; }

    /// <summary>Labels and marks that people see; absent when nobody looked.</summary>
    public IReadOnlyList<VisibleLabel>? ExplicitLabels { get; init; }

    /// <summary>How many pictures were looked at, and the size of the video as it is shown: boxes and heights are in its pixels.</summary>
    public Pictures? Pictures { get; init; }

    /// <summary>Labels that people hear; absent when nobody listened.</summary>
    public IReadOnlyList<AudioLabel>? AudioLabels { get; init; }

    public required long BytesRead { get; init; }

    public required long Length { get; init; }

    public required ContainerFacts Container { get; init; }

    public required CredentialReport CredentialDetails { get; init; }

    public required int SchemaVersion { get; init; }

    public static string Of(InspectedFile file) => file.Report is { } report
        ? JsonSerializer.Serialize(Of(file, report), Json.JsonLine)
        : JsonSerializer.Serialize(new JsonFailure(file.Path, file.Failure!.ToString()), Json.JsonFailure);

    private static JsonLine Of(InspectedFile file, LabelReport report) => new()
    {
        File = file.Path,
        Origin = report.Origin,
        Generator = report.Generator,
        Credentials = Summary(report.Credentials),
        Findings = report.Findings,
        Problems = report.Problems,
        ExplicitLabels = file.ExplicitLabels?.Labels,
        Pictures = file.ExplicitLabels is { } seen ? new(seen.Pictures, seen.Width, seen.Height) : null,
        AudioLabels = file.AudioLabels?.Labels,
        BytesRead = report.BytesRead,
        Length = report.Length,
        Container = report.Container,
        CredentialDetails = report.Credentials,
        SchemaVersion = report.SchemaVersion,
    };

    private static string Summary(CredentialReport credentials) => (credentials.Integrity, credentials.Signer) switch
    {
        (CredentialIntegrity.None, _) => "none",
        (var integrity, SignerTrust.None) => $"{CamelCase.Name(integrity)}/{CamelCase.Name(SignerTrust.Unverified)}",
        var (integrity, signer) => $"{CamelCase.Name(integrity)}/{CamelCase.Name(signer)}",
    };
}

/// <param name="Count">How many were looked at.</param>
/// <param name="Width">Of the video as it is shown, in pixels.</param>
internal sealed record Pictures(int Count, int Width, int Height);

/// <summary>What <c>inspect --json</c> prints of a file that could not be read.</summary>
internal sealed record JsonFailure(string File, string Error);
