using System.Text;
using System.Xml;
using AiLabels.Gb45438;
using AiLabels.Iptc;
using AiLabels.Reading;
using AiLabels.Reports;

namespace AiLabels.Xmp;

/// <summary>Reads AI labels from one XMP packet (ISO 16684-1): IPTC DigitalSourceType, TC260 AIGC, and the C2PA provenance URL.</summary>
internal static class XmpReader
{
    /// <summary>Maximum number of known properties in one packet; a genuine one holds at most one of each.</summary>
    private const int MaxProperties = 256;

    /// <param name="packet">The packet in the file, UTF-8 or UTF-16.</param>
    /// <param name="where">Location of the packet.</param>
    /// <param name="options">Limits.</param>
    public static ReadResult Read(ReadOnlyMemory<byte> packet, Source where, LabelReaderOptions options)
    {
        List<Finding> findings = [];
        List<Problem> problems = [];
        try
        {
            foreach (var (index, property) in XmpProperties.Read(XmpText.Decode(packet.Span), options.MaxNesting).Index())
            {
                if (index == MaxProperties)
                {
                    problems.Add(
                        new Problem("limit.properties", $"The XMP packet holds more than {MaxProperties} labels; the rest was not read.",
                            where));
                    break;
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

        return new ReadResult(findings, problems);
    }

    private static ReadResult Judge(XmpProperty property, Source source, LabelReaderOptions options) => property.Name switch
    {
        XmpName.DigitalSourceType => ReadSourceType(property.Value, source, options),
        XmpName.Aigc => AigcLabel.Read(property.Value, source, options),
        _ => ReadProvenance(property.Value, source, options),
    };

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
                finding, new Problem("iptc.digitalSourceType.unknown", "The DigitalSourceType is no term of the IPTC vocabulary.", source))
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
