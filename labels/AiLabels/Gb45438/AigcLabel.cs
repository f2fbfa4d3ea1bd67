using System.Text;
using System.Text.Json;
using AiLabels.Reading;
using AiLabels.Reports;

namespace AiLabels.Gb45438;

/// <summary>Reads the implicit label of GB 45438-2025 annex E from a metadata value.</summary>
/// <remarks>
/// Accepts the forms that generators write: the object itself or wrapped as <c>{"AIGC":{…}}</c>, JSON text inside a JSON string, Label as a
/// number, names in any case. Anything else is a malformed label: it still counts as suspected, and its text is kept.
/// </remarks>
internal static class AigcLabel
{
    public const string Clause = "GB 45438-2025 annex E";

    /// <summary>
    /// Maximum length of a value that is parsed, in characters; the seven fields of annex E with signatures in both reserved codes are far
    /// below.
    /// </summary>
    private const int MaxLength = 256 << 10;

    /// <summary>Maximum number of wrappers around a label: a JSON string, an AIGC member, a JSON string in it, and so on.</summary>
    private const int MaxWrappers = 4;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>
    /// Reads a UTF-8 value, with or without a byte order mark and trailing NULs. Sets the clause of <paramref name="source"/>.
    /// </summary>
    public static ReadResult Read(ReadOnlyMemory<byte> value, Source source, LabelReaderOptions options)
    {
        try
        {
            return Read(StrictUtf8.GetString(value.Span), source, options);
        }
        catch (DecoderFallbackException)
        {
            return Malformed("it is not UTF-8", Encoding.UTF8.GetString(value.Span), source, options);
        }
    }

    /// <inheritdoc cref="Read(ReadOnlyMemory{byte}, Source, LabelReaderOptions)"/>
    public static ReadResult Read(string value, Source source, LabelReaderOptions options)
    {
        if (value.Length > MaxLength)
        {
            return Malformed($"it is longer than {MaxLength} characters", value, source, options);
        }

        var text = value.Trim('\uFEFF', '\0', ' ', '\t', '\r', '\n');
        try
        {
            return ReadObject(text, value, source, options);
        }
        catch (Exception e) when (IsBadJson(e))
        {
            return ReadWithoutNonPrinting(text, value, source, options);
        }
    }

    /// <summary>Reads a label without the non-printing characters that one vendor writes after each comma.</summary>
    private static ReadResult ReadWithoutNonPrinting(string text, string value, Source source, LabelReaderOptions options)
    {
        var printing =
            string.Concat(
                text.Where(static c => !char.IsControl(c) && char.GetUnicodeCategory(c) != System.Globalization.UnicodeCategory.Format));
        try
        {
            var label = ReadObject(printing, value, source, options);
            return label with
            {
                Problems =
                [.. label.Problems, new("aigc.nonPrinting", "The AIGC label contains non-printing characters between its fields.", source)]
            };
        }
        catch (Exception e) when (IsBadJson(e))
        {
            return Malformed("it is not well-formed JSON", value, source, options);
        }
    }

    private static ReadResult ReadObject(string text, string value, Source source, LabelReaderOptions options)
    {
        var settings = new JsonDocumentOptions { MaxDepth = options.MaxNesting };
        for (var wrapper = 0; wrapper < MaxWrappers; wrapper++)
        {
            using var document = JsonDocument.Parse(text, settings);
            var element = Unwrap(document.RootElement);
            if (element.ValueKind == JsonValueKind.Object)
            {
                return Judge(AigcFields.Read(element), value, source, options);
            }

            if (element.ValueKind != JsonValueKind.String)
            {
                break;
            }

            text = element.GetString()!;
        }

        return Malformed("it is not a JSON object", value, source, options);
    }

    /// <summary>Unwraps <c>{"AIGC":{…}}</c>; the depth of the document bounds the loop.</summary>
    private static JsonElement Unwrap(JsonElement element)
    {
        while (element.ValueKind == JsonValueKind.Object && element.TryGetMember("AIGC", out var inner))
        {
            element = inner;
        }

        return element;
    }

    private static ReadResult Judge(AigcFields fields, string value, Source source, LabelReaderOptions options)
    {
        var says = fields.Label switch
        {
            "1" => AiOrigin.Confirmed,
            "2" => AiOrigin.Possible,
            "3" => AiOrigin.Suspected,
            _ => (AiOrigin?)null,
        };
        return says is null
            ? Malformed(fields.Label is null ? "it has no Label" : $"its Label is '{fields.Label.Truncate(32)}' instead of 1, 2 or 3",
                value, source, options, fields)
            : ReadResult.Of(Found(says.Value, value, source, options, fields), AigcConformance.Check(fields, source));
    }

    private static ReadResult Malformed(string why, string value, Source source, LabelReaderOptions options, AigcFields? fields = null) =>
        ReadResult.Of(
        Found(AiOrigin.Suspected, value, source, options, fields),
        new Problem("aigc.malformed", $"The AIGC label at {source.Path} cannot be relied on: {why}.", source));

    private static Finding Found(AiOrigin says, string value, Source source, LabelReaderOptions options, AigcFields? fields) => new()
    {
        Kind = FindingKind.AigcLabel,
        Says = says,
        Source = source with { Clause = Clause },
        Raw = value.Truncate(options.MaxRawText),
        Generator = fields?.Generator,
        Details = fields?.ToDetails() ?? [],
    };

    /// <summary>Besides the parser's own exception: an unpaired surrogate, literal or escaped.</summary>
    private static bool IsBadJson(Exception e) => e is JsonException or ArgumentException or InvalidOperationException;
}
