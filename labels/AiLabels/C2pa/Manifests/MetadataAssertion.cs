using System.Text.Json;
using AiLabels.C2pa.Jumbf;

namespace AiLabels.C2pa.Manifests;

/// <summary>
/// XMP properties as JSON-LD (C2PA 2.2, section 18.16): <c>c2pa.metadata</c>, and IPTC and CAWG assertions of the same form.
/// </summary>
internal static class MetadataAssertion
{
    private const string Property = "Iptc4xmpExt:DigitalSourceType";

    /// <summary>Returns the values of the top-level property DigitalSourceType; none if the JSON cannot be read.</summary>
    public static IReadOnlyList<string> SourceTypes(JumbfBox box)
    {
        if (box.Data("json") is not { } json)
        {
            return [];
        }

        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty(Property, out var value)
                ? Texts(value)
                : [];
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // Invalid UTF-8 is detected only when a value is read.
            return [];
        }
    }

    private static IReadOnlyList<string> Texts(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => [value.GetString()!],
        JsonValueKind.Object when value.TryGetProperty("@id", out var id) && id.ValueKind == JsonValueKind.String => [id.GetString()!],
        _ => [],
    };
}
