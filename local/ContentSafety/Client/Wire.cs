using System.Text.Json;
using System.Text.Json.Serialization;

namespace Azure.AI.ContentSafety;

/// <summary>The REST API, version 2023-10-01, shared by client and emulator.</summary>
internal static class Wire
{
    public const string KeyHeader = "Ocp-Apim-Subscription-Key";

    public static readonly JsonSerializerOptions Json =
        new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };
}

internal sealed record ImageRequest(ImageSource Image, string? OutputType);
internal sealed record ImageSource(byte[]? Content);
internal sealed record TextRequest(string Text, IReadOnlyList<string>? BlocklistNames, bool? HaltOnBlocklistHit, string? OutputType);
internal sealed record CategoryAnalysis(string Category, int? Severity);
internal sealed record BlocklistMatch(string BlocklistName, string BlocklistItemId, string BlocklistItemText);

/// <param name="BlocklistsMatch">Of a text; null for an image.</param>
internal sealed record AnalyzeResponse(
    IReadOnlyList<CategoryAnalysis> CategoriesAnalysis, IReadOnlyList<BlocklistMatch>? BlocklistsMatch = null);
