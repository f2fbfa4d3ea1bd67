using System.Text.Json.Serialization;
using VideoGate.Storage;

namespace VideoGate.Policies.Backtests;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    AllowDuplicateProperties = false)]
[JsonSerializable(typeof(BacktestRequest))]
[JsonSerializable(typeof(Backtest))]
[JsonSerializable(typeof(BacktestProgress))]
internal sealed partial class BacktestJson : JsonSerializerContext
{
    /// <summary>For blobs.</summary>
    public static BacktestJson Stored => field ??= new(BlobJson.Of(Default.Options));
}
