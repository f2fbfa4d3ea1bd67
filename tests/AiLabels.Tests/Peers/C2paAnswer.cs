using System.Text.Json;

namespace AiLabels.Tests.Peers;

/// <param name="Value">What a job came to: a manifest store or null, or the path of a signed file.</param>
/// <param name="Error">Why it came to nothing.</param>
/// <param name="Milliseconds">How long it took within its process.</param>
internal sealed record C2paAnswer(JsonElement Value, string? Error, double Milliseconds)
{
    /// <summary>Trusted, Valid or Invalid; an error when the file could not be read, None when it holds nothing.</summary>
    public string State =>
        Error is not null ? "Error" : Value.ValueKind == JsonValueKind.Object ? Value.GetProperty("validation_state").GetString()! : "None";
}
