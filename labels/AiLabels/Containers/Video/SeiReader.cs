using System.Text;
using AiLabels.Generators;
using AiLabels.Reading;
using AiLabels.Reports;

namespace AiLabels.Containers.Video;

/// <summary>Finds the marks that generators write in SEI messages of type user_data_unregistered (H.264 D.1.7, H.265 D.2.7).</summary>
internal static class SeiReader
{
    /// <summary>Maximum number of bytes read of a sample: SEI precedes the picture.</summary>
    public const int MaxSampleLength = 16 << 10;

    /// <summary>Maximum number of samples read of a track: encoders mark the first access unit.</summary>
    public const int MaxSamples = 3;

    private const int UserDataUnregistered = 5;
    private const int UuidLength = 16;
    private const int MaxTextLength = 256;

    private static ReadOnlySpan<byte> Escape => [0, 0, 3];

    /// <summary>Reads the marks in the configuration record of a track.</summary>
    /// <param name="source">Location of the record.</param>
    public static ReadResult ReadTrack(NalFormat format, Source source) =>
        format.TrackSei.IsEmpty
            ? ReadResult.None
            : Read(format.TrackSei.Span, new NalFormat(format.Codec, LengthSize: 2), source with { Clause = format.Clause });

    /// <param name="sample">The beginning of a sample.</param>
    /// <param name="source">Location of the sample.</param>
    public static ReadResult Read(ReadOnlySpan<byte> sample, NalFormat format, Source source)
    {
        var findings = new List<Finding>();
        while (format.TryTakeUnit(ref sample, out var unit) && !format.IsSlice(unit))
        {
            if (format.IsSei(unit))
            {
                ReadMessages(Unescape(unit[format.HeaderLength..]), source, findings);
            }
        }

        return new(findings, []);
    }

    /// <summary>sei_message(), H.264 7.3.2.3.1: type and size are runs of 0xFF and a last byte.</summary>
    private static void ReadMessages(ReadOnlySpan<byte> messages, Source source, List<Finding> findings)
    {
        while (messages.Length > 2)
        {
            var type = ReadRun(ref messages);
            var size = ReadRun(ref messages);
            var payload = messages[..Math.Min(size, messages.Length)];
            if (type == UserDataUnregistered && payload.Length >= UuidLength && ReadMark(payload, source) is { } mark)
            {
                findings.Add(mark);
            }

            messages = messages[payload.Length..];
        }
    }

    private static Finding? ReadMark(ReadOnlySpan<byte> payload, Source source)
    {
        var uuid = new Guid(payload[..UuidLength], bigEndian: true);
        var text = Encoding.UTF8.GetString(payload[UuidLength..Math.Min(payload.Length, UuidLength + MaxTextLength)]).TrimEnd('\0');
        return GeneratorRegistry.BySei(uuid, text) is not { } generator ? null : new()
        {
            Kind = FindingKind.VendorTrace,
            Says = AiOrigin.Suspected,
            Source = source,
            Raw = text,
            Generator = generator,
            Details = new Dictionary<string, string> { ["uuid"] = uuid.ToString() },
        };
    }

    private static int ReadRun(ref ReadOnlySpan<byte> bytes)
    {
        var value = 0;
        while (!bytes.IsEmpty)
        {
            var b = bytes[0];
            bytes = bytes[1..];
            value += b;
            if (b != 0xFF)
            {
                break;
            }
        }

        return value;
    }

    /// <summary>Removes the 3 of each 0 0 3, H.264 7.4.1; most messages have none.</summary>
    private static ReadOnlySpan<byte> Unescape(ReadOnlySpan<byte> unit)
    {
        var escape = unit.IndexOf(Escape);
        if (escape < 0)
        {
            return unit;
        }

        var (raw, length) = (new byte[unit.Length], 0);
        for (; escape >= 0; escape = unit.IndexOf(Escape))
        {
            unit[..(escape + 2)].CopyTo(raw.AsSpan(length));
            length += escape + 2;
            unit = unit[(escape + Escape.Length)..];
        }

        unit.CopyTo(raw.AsSpan(length));
        return raw.AsSpan(0, length + unit.Length);
    }
}
