using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace VideoGate.Intake;

/// <summary>
/// The host's message about a blob whose trigger failed repeatedly, as written by the blob extension
/// (BlobTriggerMessage in Microsoft.Azure.WebJobs.Extensions.Storage.Blobs): JSON, usually base64-encoded.
/// </summary>
internal sealed record PoisonMessage
{
    public required string ContainerName { get; init; }

    public required string BlobName { get; init; }

    public string? ETag { get; init; }

    /// <returns>The message, or null if the text is not one.</returns>
    public static PoisonMessage? Parse(string text)
    {
        try
        {
            var json = Base64.IsValid(text) ? Encoding.UTF8.GetString(Convert.FromBase64String(text)) : text;
            return JsonSerializer.Deserialize(json, PoisonJson.Default.PoisonMessage);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
