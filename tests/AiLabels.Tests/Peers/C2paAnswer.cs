using System.Text.Json;

namespace AiLabels.Tests.Peers;

/// <param name="Value">Result of a job: a manifest store or null, or the path of a signed file.</param>
/// <param name="Error">Reason of a failure.</param>
/// <param name="Milliseconds">Duration within its process.</param>
internal sealed record C2paAnswer(JsonElement Value, string? Error, double Milliseconds)
{
    /// <summary>Trusted, Valid or Invalid; Error if the file could not be read, None without credentials.</summary>
    public string State =>
        Error is not null ? "Error" : Value.ValueKind == JsonValueKind.Object ? Value.GetProperty("validation_state").GetString()! : "None";
}
