using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

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
    /// <summary>For blobs: browsers never interpret them as markup, and a later version may have added members.</summary>
    public static BacktestJson Stored => field ??= new(new JsonSerializerOptions(Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip,
    });
}
