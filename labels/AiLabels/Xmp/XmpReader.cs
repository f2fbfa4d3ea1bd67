using System.Text;
using System.Xml;
using AiLabels.Gb45438;
using AiLabels.Generators;
using AiLabels.Iptc;
using AiLabels.Reading;
using AiLabels.Recipes;
using AiLabels.Reports;

namespace AiLabels.Xmp;

/// <summary>Reads AI labels from one XMP packet (ISO 16684-1): IPTC DigitalSourceType, TC260 AIGC, and the C2PA provenance URL.</summary>
internal static class XmpReader
{
    /// <summary>Maximum number of known properties in one packet; a genuine one holds one of each, and some descriptions.</summary>
    private const int MaxProperties = 256;

    /// <summary>Returns true if the beginning of a document is that of an XMP packet, in any encoding.</summary>
    public static bool IsPacket(ReadOnlySpan<byte> beginning)
    {
        // Of UTF-16 the zero bytes go; of UTF-8 nothing.
        Span<byte> text = stackalloc byte[Math.Min(beginning.Length, 512)];
        var length = 0;
        foreach (var b in beginning[..text.Length])
        {
            if (b != 0)
            {
                text[length++] = b;
            }
        }

        text = text[..length];
        return text.IndexOf("xpacket"u8) >= 0 || text.IndexOf("xmpmeta"u8) >= 0 || text.IndexOf(":RDF"u8) >= 0;
    }

    /// <param name="packet">The packet in the file, UTF-8 or UTF-16.</param>
    /// <param name="where">Location of the packet.</param>
    /// <param name="options">Limits.</param>
    public static ReadResult Read(ReadOnlyMemory<byte> packet, Source where, LabelReaderOptions options)
    {
        List<Finding> findings = [];
        List<Problem> problems = [];
        List<XmpProperty> fields = [];
        try
        {
            var text = XmpText.Decode(packet.Span, out var isDamaged);
            if (isDamaged)
            {
                problems.Add(
                    new Problem("metadata.badCharacters", "The XMP packet contains bytes that are not text; the rest was read.", where));
            }

            var properties = XmpProperties.Read(text, options.MaxNesting).Select(static (property, index) => (property, index));
            foreach (var (property, index) in properties)
            {
                if (index == MaxProperties)
                {
                    problems.Add(
                        new Problem("limit.properties", $"The XMP packet contains more than {MaxProperties} labels; the rest was not read.",
                            where));
                    break;
                }

                if (property.Name.StartsWith(XmpName.FieldPrefix, StringComparison.Ordinal)
                    && property.Name is not (XmpName.Aigc or XmpName.AigcElsewhere))
                {
                    fields.Add(property);
                    continue;
                }

                var evidence = Judge(property, where with { Path = $"{where.Path}/{property.Name}" }, options);
                findings.AddRange(evidence.Findings);
                problems.AddRange(evidence.Problems);
            }
        }
        catch (Exception e) when (e is XmlException or DecoderFallbackException or InvalidDataException)
        {
            // Properties before the damage are kept; the rest is unknown.
            problems.Add(new Problem("xmp.malformed", $"The XMP packet cannot be read: {e.Message}", where));
        }

        if (fields.Count > 0)
        {
            var label = ReadFields(fields, where, options);
            findings.AddRange(label.Findings);
            problems.AddRange(label.Problems);
        }

        return new ReadResult(findings, problems);
    }

    private static ReadResult Judge(XmpProperty property, Source source, LabelReaderOptions options) => property.Name switch
    {
        XmpName.DigitalSourceType => ReadSourceType(property.Value, source, options),
        XmpName.Aigc => AigcLabel.Read(property.Value, source, options),
        XmpName.AigcElsewhere => AigcLabel.Read(property.Value, source, options).AsSuspected(
            new("aigc.misplaced", "The AIGC label is not in the namespace of TC260-PG-20257A.", source)),
        XmpName.Provenance => ReadProvenance(property.Value, source, options),
        var name when name.StartsWith(XmpName.AiFieldPrefix, StringComparison.Ordinal) => ReadAiField(property.Value, source, options),
        var name when name.StartsWith(XmpName.CreditPrefix, StringComparison.Ordinal) => ReadCredit(property.Value, source, options),
        _ => FreeText.Read(property.Value, source, options),
    };

    private static ReadResult ReadFields(List<XmpProperty> fields, Source where, LabelReaderOptions options) => FlatLabel.Found(
        AigcFields.Of(fields.Select(static field => (field.Name[XmpName.FieldPrefix.Length..], field.Value))),
        string.Join("; ", fields.Select(static field => $"{field.Name}={field.Value}")),
        where with { Path = $"{where.Path}/{fields[0].Name}" },
        options);

    /// <summary>IPTC Photo Metadata 2025.1: a named system or prompt states that AI was used, but not for what.</summary>
    private static ReadResult ReadAiField(string value, Source source, LabelReaderOptions options) => string.IsNullOrWhiteSpace(value)
        ? ReadResult.None
        : ReadResult.Of(new Finding
        {
            Kind = FindingKind.DigitalSourceType,
            Says = AiOrigin.Suspected,
            Source = source with { Clause = "IPTC Photo Metadata Standard 2025.1, AI System Used" },
            Raw = value.Truncate(options.MaxRawText),
            Generator = GeneratorRegistry.ByC2paAgent(value) ?? GeneratorRegistry.ByCredit(value),
        });

    private static ReadResult ReadCredit(string value, Source source, LabelReaderOptions options) =>
        GeneratorRegistry.ByCredit(value) is not { } generator
            ? ReadResult.None
            : ReadResult.Of(new Finding
            {
                Kind = FindingKind.VendorTrace,
                Says = AiOrigin.Suspected,
                Source = source,
                Raw = value.Truncate(options.MaxRawText),
                Generator = generator,
            });

    private static ReadResult ReadSourceType(string value, Source source, LabelReaderOptions options)
    {
        var code = DigitalSourceType.Code(value);
        var finding = new Finding
        {
            Kind = FindingKind.DigitalSourceType,
            Says = code is not null && DigitalSourceType.IsAi(code) ? AiOrigin.Confirmed : AiOrigin.NotFound,
            Source = source with { Clause = "IPTC Photo Metadata Standard, Digital Source Type" },
            Raw = value.Truncate(options.MaxRawText),
            Details = code is null ? [] : new Dictionary<string, string> { ["digitalSourceType"] = code },
        };
        return code is null
            ? ReadResult.Of(
                finding, new Problem("iptc.digitalSourceType.unknown", "The DigitalSourceType is not a term of the IPTC vocabulary.", source))
            : ReadResult.Of(finding);
    }

    private static ReadResult ReadProvenance(string value, Source source, LabelReaderOptions options) => ReadResult.Of(new Finding
    {
        Kind = FindingKind.RemoteManifest,
        Says = AiOrigin.NotFound,
        Source = source with { Clause = "C2PA 2.2 section 11.5" },
        Raw = value.Truncate(options.MaxRawText),
    });
}
