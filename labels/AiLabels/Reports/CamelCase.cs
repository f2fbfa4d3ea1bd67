using System.Text.Json;
using System.Text.Json.Serialization;

namespace AiLabels.Reports;

/// <summary>Writes an enum as a camelCase string in every JSON context; rejects numbers.</summary>
public sealed class CamelCase<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.CamelCase, allowIntegerValues: false)
    where T : struct, Enum;

/// <summary>Names of enum values as <see cref="CamelCase{T}"/> writes them, for text other than JSON.</summary>
public static class CamelCase
{
    public static string Name<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
