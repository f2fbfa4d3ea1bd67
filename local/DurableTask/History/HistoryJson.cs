using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Local.Durable.History;

/// <summary>The stored form of events, failures and tags.</summary>
[JsonSerializable(typeof(List<HistoryEvent>))]
[JsonSerializable(typeof(Failure))]
[JsonSerializable(typeof(IReadOnlyDictionary<string, string>))]
internal sealed partial class HistoryJson : JsonSerializerContext
{
    // Payloads are JSON inside JSON: with the strict encoder every quote in them would take six bytes. Nothing here is ever put into HTML.
    private static readonly HistoryJson Stored = new(new JsonSerializerOptions
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    public static string Write(List<HistoryEvent> events) => JsonSerializer.Serialize(events, Stored.ListHistoryEvent);

    public static string Write(HistoryEvent single) => JsonSerializer.Serialize(single, Stored.HistoryEvent);

    public static string Write(Failure failure) => JsonSerializer.Serialize(failure, Stored.Failure);

    public static string? Write(IReadOnlyDictionary<string, string> tags) =>
        tags.Count == 0 ? null : JsonSerializer.Serialize(tags, Stored.IReadOnlyDictionaryStringString);

    public static List<HistoryEvent> ReadEvents(string json) => JsonSerializer.Deserialize(json, Stored.ListHistoryEvent)!;

    public static HistoryEvent ReadEvent(string json) => JsonSerializer.Deserialize(json, Stored.HistoryEvent)!;

    public static Failure ReadFailure(string json) => JsonSerializer.Deserialize(json, Stored.Failure)!;

    public static IReadOnlyDictionary<string, string> ReadTags(string json) =>
        JsonSerializer.Deserialize(json, Stored.IReadOnlyDictionaryStringString)!;
}
