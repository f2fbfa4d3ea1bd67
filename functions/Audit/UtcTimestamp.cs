using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace VideoGate.Audit;

/// <summary>
/// Writes one form per instant, <c>2026-11-23T04:00:00.0000000Z</c>: clients can recompute an entry's hash from the API's response.
/// </summary>
internal sealed class UtcTimestamp : JsonConverter<DateTimeOffset>
{
    public static string Format(DateTimeOffset instant) => instant.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetDateTimeOffset();

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(Format(value));
}
