using System.Text;
using Microsoft.DurableTask;

namespace Local.Durable.History;

/// <summary>Serializes what crosses the engine and refuses what the deployed scheduler would refuse.</summary>
internal sealed class Payloads(DataConverter converter)
{
    /// <summary>Durable Task Scheduler takes at most 1 MB per payload.</summary>
    public const int MaxBytes = 1 << 20;

    public DataConverter Converter => converter;

    /// <exception cref="ArgumentException">The serialized value is larger than <see cref="MaxBytes"/>.</exception>
    public string? Serialize(object? value, string what)
    {
        var text = converter.Serialize(value);
        return text is null || Encoding.UTF8.GetByteCount(text) is var bytes && bytes <= MaxBytes
            ? text
            : throw new ArgumentException(
                $"{what} takes {bytes:N0} bytes; the limit is {MaxBytes:N0}. Store the data in a blob and pass its name.", nameof(value));
    }

    public T? Deserialize<T>(string? text) => converter.Deserialize<T>(text);
}
