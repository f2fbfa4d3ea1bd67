using System.Formats.Cbor;

namespace AiLabels.C2pa.Signing;

/// <summary>Encodes assertions and claims as CBOR in its core deterministic form (C2PA 2.2, section 10.1; RFC 8949, 4.2.1).</summary>
internal static class CborEncoding
{
    /// <param name="value">
    /// A <see cref="CborMap"/> of maps, sequences of maps, texts, byte strings, truth values and times.
    /// </param>
    public static byte[] Encode(CborMap value)
    {
        // Texts as keys have the same order in both forms.
        var writer = new CborWriter(CborConformanceMode.Canonical);
        Write(writer, value);
        return writer.Encode();
    }

    private static void Write(CborWriter writer, object value)
    {
        switch (value)
        {
            case string text:
                writer.WriteTextString(text);
                break;
            case byte[] bytes:
                writer.WriteByteString(bytes);
                break;
            case bool truth:
                writer.WriteBoolean(truth);
                break;
            case int number:
                writer.WriteInt32(number);
                break;
            case DateTimeOffset time:
                // Tag 0 (RFC 8949, 3.4.1).
                writer.WriteDateTimeOffset(time.ToUniversalTime());
                break;
            case CborMap map:
                WriteMap(writer, map);
                break;
            case IEnumerable<CborMap> items:
                WriteArray(writer, [.. items]);
                break;
            default:
                throw new ArgumentException($"A {value.GetType()} has no form in CBOR here.", nameof(value));
        }
    }

    private static void WriteMap(CborWriter writer, CborMap map)
    {
        writer.WriteStartMap(map.Count(static entry => entry.Value is not null));
        foreach (var (key, value) in map)
        {
            if (value is not null)
            {
                writer.WriteTextString(key);
                Write(writer, value);
            }
        }

        writer.WriteEndMap();
    }

    private static void WriteArray(CborWriter writer, IReadOnlyList<CborMap> items)
    {
        writer.WriteStartArray(items.Count);
        foreach (var item in items)
        {
            WriteMap(writer, item);
        }

        writer.WriteEndArray();
    }
}
