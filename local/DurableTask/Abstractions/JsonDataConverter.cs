using System.Text.Json;

namespace Microsoft.DurableTask.Converters;

/// <summary>The default <see cref="DataConverter"/>: System.Text.Json, fields included.</summary>
public class JsonDataConverter(JsonSerializerOptions? options = null) : DataConverter
{
    private static readonly JsonSerializerOptions Defaults = new() { IncludeFields = true };

    private readonly JsonSerializerOptions _options = options ?? Defaults;

    /// <summary>The shared converter with default options.</summary>
    public static JsonDataConverter Default { get; } = new();

    /// <inheritdoc/>
    public override string? Serialize(object? value) => value is null ? null : JsonSerializer.Serialize(value, _options);

    /// <inheritdoc/>
    public override object? Deserialize(string? data, Type targetType) =>
        data is null ? null : JsonSerializer.Deserialize(data, targetType, _options);
}
