using System.Buffers;
using System.Text.Json;

namespace AiLabels.Cli.Gate;

/// <summary>Bodies of requests, without reflection.</summary>
internal static class GateJson
{
    public static byte[] Write(Action<Utf8JsonWriter> members)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    public static void WriteDeclaration(Utf8JsonWriter json, GateDeclaration declared)
    {
        if (declared.Declaration is { } declaration)
        {
            json.WriteString("declaration", declaration);
        }

        if (declared.Jurisdictions is { Count: > 0 } jurisdictions)
        {
            json.WriteStartArray("jurisdictions");
            foreach (var code in jurisdictions)
            {
                json.WriteStringValue(code);
            }

            json.WriteEndArray();
        }
    }
}
