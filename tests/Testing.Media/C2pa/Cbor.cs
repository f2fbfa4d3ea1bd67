using System.Formats.Cbor;

namespace AiLabels.Testing.C2pa;

/// <summary>Encodes nested dictionaries, arrays, texts, numbers and bytes as CBOR.</summary>
internal static class Cbor
{
    public static byte[] Encode(object? value)
    {
        var writer = new CborWriter(CborConformanceMode.Lax);
        Write(writer, value);
        return writer.Encode();
    }

    private static void Write(CborWriter writer, object? value)
    {
        switch (value)
        {
            case null: writer.WriteNull(); break;
            case string text: writer.WriteTextString(text); break;
            case int number: writer.WriteInt32(number); break;
            case long number: writer.WriteInt64(number); break;
            case bool flag: writer.WriteBoolean(flag); break;
            case byte[] bytes: writer.WriteByteString(bytes); break;
            case Dictionary<object, object?> map: WriteMap(writer, map); break;
            case object?[] items: WriteArray(writer, items); break;
            default: throw new ArgumentException($"no CBOR for {value.GetType()}", nameof(value));
        }
    }

    private static void WriteMap(CborWriter writer, Dictionary<object, object?> map)
    {
        writer.WriteStartMap(map.Count);
        foreach (var (key, value) in map)
        {
            Write(writer, key);
            Write(writer, value);
        }

        writer.WriteEndMap();
    }

    private static void WriteArray(CborWriter writer, object?[] items)
    {
        writer.WriteStartArray(items.Length);
        foreach (var item in items)
        {
            Write(writer, item);
        }

        writer.WriteEndArray();
    }
}
