using System.Text.Json.Serialization;

namespace Azure.AI.ContentSafety;

// The bodies of the REST API, version 2023-10-01. Client and emulator share them.
internal sealed record ImageRequest(ImageSource Image, IReadOnlyList<string>? Categories, string? OutputType);

internal sealed record ImageSource(byte[]? Content, Uri? BlobUrl);

internal sealed record TextRequest(
    string Text, IReadOnlyList<string>? Categories, IReadOnlyList<string>? BlocklistNames, bool? HaltOnBlocklistHit, string? OutputType);

internal sealed record CategoryAnalysis(string Category, int? Severity);

internal sealed record BlocklistMatch(string BlocklistName, string BlocklistItemId, string BlocklistItemText);

/// <param name="BlocklistsMatch">Of a text; null for an image.</param>
internal sealed record AnalyzeResponse(IReadOnlyList<CategoryAnalysis> CategoriesAnalysis, IReadOnlyList<BlocklistMatch>? BlocklistsMatch = null);

internal sealed record BlocklistDescription(string? Description);

internal sealed record Blocklist(string BlocklistName, string? Description);

internal sealed record BlocklistItems([property: JsonPropertyName("blocklistItems")] IReadOnlyList<BlocklistItem> Items);

internal sealed record BlocklistItem(string? BlocklistItemId, string? Description, string Text);

internal sealed record ErrorResponse(ErrorBody Error);

internal sealed record ErrorBody(string Code, string Message);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ImageRequest))]
[JsonSerializable(typeof(TextRequest))]
[JsonSerializable(typeof(AnalyzeResponse))]
[JsonSerializable(typeof(Blocklist))]
[JsonSerializable(typeof(BlocklistDescription))]
[JsonSerializable(typeof(BlocklistItems))]
[JsonSerializable(typeof(ErrorResponse))]
internal sealed partial class Wire : JsonSerializerContext;
