using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using AiLabels.Reports;

namespace AiLabels.Gb45438;

/// <summary>The implicit label of GB 45438-2025 annex E, as written.</summary>
/// <remarks>Values hold printable ASCII without space and backslash; a quotation mark is escaped.</remarks>
public sealed record LabelToWrite
{
    /// <summary>Maximum length of a value in characters: a signature with its certificate in a reserved code is shorter.</summary>
    public const int MaxValueLength = 8192;

    /// <summary><c>1</c>: is AI-generated, <c>2</c>: may be, <c>3</c>: is suspected to be.</summary>
    public required string Label { get; init; }

    /// <summary>Name or code of the service that produced the content.</summary>
    public required string ContentProducer { get; init; }

    /// <summary>The producer's number for the content.</summary>
    public required string ProduceId { get; init; }

    /// <summary>Security data of the producer.</summary>
    public string ReservedCode1 { get; init; } = "";

    /// <summary>Name or code of the service that propagates the content; the producer on first writing.</summary>
    public string? ContentPropagator { get; init; }

    /// <summary>The propagator's number for the content; the producer's on first writing.</summary>
    public string? PropagateId { get; init; }

    /// <summary>Security data of the propagator.</summary>
    public string ReservedCode2 { get; init; } = "";

    /// <summary>Returns the fields of table E.1 in its order.</summary>
    public string ToJson()
    {
        string[] values =
            [Label, ContentProducer, ProduceId, ReservedCode1, ContentPropagator ?? ContentProducer, PropagateId ?? ProduceId,
                ReservedCode2];
        using var buffer = new MemoryStream();
        // The default encoder writes < > & ' + as \u escapes, and annex E allows a backslash only before a quotation mark.
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            foreach (var (name, value) in AigcFields.Names.Zip(values))
            {
                json.WriteString(name, value);
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    /// <summary>Returns the deviations of the label from annex E; empty if it conforms. Applies the rules for a label in a file.</summary>
    public IReadOnlyList<Problem> Check()
    {
        var json = ToJson();
        var problems = AigcLabel.Read(json, new Source("label", 0, json.Length), new LabelReaderOptions()).Problems;
        return ((string?[])[ContentProducer, ProduceId, ReservedCode1, ContentPropagator, PropagateId, ReservedCode2]).Any(
            static v => v?.Length > MaxValueLength)
            ? [.. problems, new("aigc.tooLong", $"A value is longer than {MaxValueLength} characters.")]
            : problems;
    }
}
