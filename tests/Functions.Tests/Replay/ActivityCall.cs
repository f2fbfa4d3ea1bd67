using System.Text.Json;
using Microsoft.DurableTask.Converters;

namespace VideoGate.Tests.Replay;

/// <summary>An attempt of an activity.</summary>
/// <param name="InstanceId">The orchestration that called it.</param>
/// <param name="Json">The arguments: an array of one.</param>
internal sealed record ActivityCall(string InstanceId, string Name, string? Json)
{
    public T Input<T>()
    {
        using var arguments = JsonDocument.Parse(Json ?? "[null]");
        var argument = arguments.RootElement is { ValueKind: JsonValueKind.Array } array ? array[0] : arguments.RootElement;
        return (T)JsonDataConverter.Default.Deserialize(argument.GetRawText(), typeof(T))!;
    }
}
