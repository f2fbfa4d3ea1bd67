using System.Text.Json;
using System.Text.Json.Serialization;

namespace AiLabels;

/// <summary>Writes an enum as a camelCase string in every JSON context; numbers are refused.</summary>
public sealed class CamelCase<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.CamelCase, allowIntegerValues: false)
    where T : struct, Enum;
