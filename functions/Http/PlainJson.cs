using System.Collections.Concurrent;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace VideoGate.Http;

/// <summary>
/// JSON whose addresses can be copied as they stand: <c>&amp;</c> is not written as <c>\u0026</c>. Responses have a JSON type and
/// <c>nosniff</c>, so no browser reads them as HTML.
/// </summary>
internal static class PlainJson
{
    private static readonly ConcurrentDictionary<JsonSerializerOptions, JsonSerializerOptions> Known = new();

    public static JsonTypeInfo<T> Of<T>(JsonTypeInfo<T> type) => (JsonTypeInfo<T>)Known
        .GetOrAdd(type.Options, options => new(options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping })
        .GetTypeInfo(typeof(T));
}
