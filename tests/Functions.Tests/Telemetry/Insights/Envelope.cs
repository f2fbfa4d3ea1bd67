using System.Globalization;
using System.Text.Json;
using VideoGate.Tests.Telemetry.Kql;

namespace VideoGate.Tests.Telemetry.Insights;

/// <summary>
/// An item from the exporter, as a row of its table: https://learn.microsoft.com/azure/azure-monitor/app/data-model-complete, and the
/// tables' columns in Azure Monitor's reference.
/// </summary>
internal static class Envelope
{
    public static IReadOnlyList<string> Tables { get; } = ["traces", "exceptions", "requests", "dependencies", "customMetrics"];

    /// <returns>The row, or null for items that no query here reads.</returns>
    public static (string Table, Row Row)? Read(JsonElement item)
    {
        var data = item.GetProperty("data");
        var body = data.GetProperty("baseData");
        var row = new Row
        {
            ["timestamp"] = item.GetProperty("time").GetDateTimeOffset(),
            ["customDimensions"] = Dimensions(body),
            ["operation_Id"] = Tag(item, "ai.operation.id"),
            ["operation_ParentId"] = Tag(item, "ai.operation.parentId"),
            ["operation_Name"] = Tag(item, "ai.operation.name"),
            ["cloud_RoleName"] = Tag(item, "ai.cloud.role"),
        };
        switch (data.GetProperty("baseType").GetString())
        {
            case "MessageData":
                Copy(body, row, ("message", "message"), ("severityLevel", "severityLevel"));
                return ("traces", row);
            case "ExceptionData":
                var first = body.GetProperty("exceptions")[0];
                Copy(first, row, ("typeName", "type"), ("message", "outerMessage"));
                return ("exceptions", row);
            case "RequestData":
                Copy(body, row, ("id", "id"), ("name", "name"), ("url", "url"), ("success", "success"), ("responseCode", "resultCode"));
                return ("requests", row);
            case "RemoteDependencyData":
                Copy(body, row, ("id", "id"), ("name", "name"), ("target", "target"), ("data", "data"), ("type", "type"),
                    ("success", "success"), ("resultCode", "resultCode"));
                return ("dependencies", row);
            case "MetricData":
                var metric = body.GetProperty("metrics")[0];
                Copy(metric, row, ("name", "name"), ("value", "valueSum"), ("count", "valueCount"), ("min", "valueMin"),
                    ("max", "valueMax"));
                return ("customMetrics", row);
            default:
                return null;
        }
    }

    private static Row Dimensions(JsonElement body)
    {
        var dimensions = new Row();
        if (body.TryGetProperty("properties", out var properties) && properties.ValueKind is JsonValueKind.Object)
        {
            foreach (var property in properties.EnumerateObject())
            {
                dimensions[property.Name] = property.Value.ToString();
            }
        }

        return dimensions;
    }

    private static string? Tag(JsonElement item, string name) =>
        item.TryGetProperty("tags", out var tags) && tags.TryGetProperty(name, out var tag) ? tag.GetString() : null;

    private static void Copy(JsonElement from, Row to, params (string Member, string Column)[] columns)
    {
        foreach (var (member, column) in columns)
        {
            to[column] = from.TryGetProperty(member, out var value) ? Value(value) : null;
        }
    }

    private static object? Value(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => value.GetDouble(),
        JsonValueKind.True or JsonValueKind.False => value.GetBoolean(),
        JsonValueKind.Null => null,
        _ => value.ToString().ToString(CultureInfo.InvariantCulture),
    };
}
