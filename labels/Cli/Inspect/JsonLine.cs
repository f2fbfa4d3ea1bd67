using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using AiLabels.Pixels.Audio;
using AiLabels.Pixels.Visible.Results;
using AiLabels.Reports;

namespace AiLabels.Cli.Inspect;

/// <summary>Output of <c>inspect --json</c> for one file: its report, with the credentials in one word for scripts.</summary>
internal sealed record JsonLine
{
    /// <summary>
    /// Keeps Chinese and quotes readable: the characters left unescaped matter only in HTML. Control characters are escaped.
    /// </summary>
    private static readonly JsonLines Json =
        new(new JsonSerializerOptions(JsonLines.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public required string File { get; init; }

    public required AiOrigin Origin { get; init; }

    /// <summary>Always present, so that a script need not test for it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required string? Generator { get; init; }

    /// <summary><c>integrity/signer</c>, or <c>none</c>.</summary>
    public required string Credentials { get; init; }

    public required IReadOnlyList<Finding> Findings { get; init; }

    public required IReadOnlyList<Problem> Problems { get; init; }

    /// <summary>Visible labels and marks; absent if the pictures were not analyzed.</summary>
    public IReadOnlyList<VisibleLabel>? ExplicitLabels { get; init; }

    /// <summary>Number of pictures analyzed, and the display size of the video, whose pixels boxes and heights use.</summary>
    public Pictures? Pictures { get; init; }

    /// <summary>Audible labels; absent if the audio was not analyzed.</summary>
    public IReadOnlyList<AudioLabel>? AudioLabels { get; init; }

    public required long BytesRead { get; init; }

    public required long Length { get; init; }

    public required ContainerFacts Container { get; init; }

    public required CredentialReport CredentialDetails { get; init; }

    public required int SchemaVersion { get; init; }

    /// <summary>Why it is not a video; absent if it is one.</summary>
    public string? Error { get; init; }

    public static string Of(InspectedFile file) => file.Report is { } report
        ? JsonSerializer.Serialize(Of(file, report), Json.JsonLine)
        : JsonSerializer.Serialize(new JsonFailure(file.Path, file.Failure!.ToString()), Json.JsonFailure);

    private static JsonLine Of(InspectedFile file, LabelReport report) => new()
    {
        File = file.Path,
        Origin = report.Origin,
        Generator = report.Generator,
        Credentials = CredentialSummary.Of(report.Credentials),
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
        Error = file.Failure?.ToString(),
    };
}

/// <param name="Count">Number of pictures analyzed.</param>
/// <param name="Width">Display width of the video, in pixels.</param>
internal sealed record Pictures(int Count, int Width, int Height);

/// <summary>Output of <c>inspect --json</c> for a file that could not be read.</summary>
internal sealed record JsonFailure(string File, string Error);
