using System.Text.Json.Serialization;
using VideoGate.Storage;

namespace VideoGate.LibraryImports;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    AllowDuplicateProperties = false)]
[JsonSerializable(typeof(ImportRequest))]
[JsonSerializable(typeof(ImportApplication))]
[JsonSerializable(typeof(Import))]
[JsonSerializable(typeof(ImportProgress))]
[JsonSerializable(typeof(ImportRow))]
[JsonSerializable(typeof(ImportReportPage))]
[JsonSerializable(typeof(ImportCursor))]
internal sealed partial class ImportJson : JsonSerializerContext
{
    /// <summary>For blobs.</summary>
    public static ImportJson Stored => field ??= new(BlobJson.Of(Default.Options));
}
