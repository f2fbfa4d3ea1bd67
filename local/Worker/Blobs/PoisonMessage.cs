using System.Text.Json;
using System.Text.Json.Serialization;

namespace Local.Worker.Blobs;

/// <summary>What the Functions host writes to the queue <c>webjobs-blobtrigger-poison</c> about a blob that no attempt could handle.</summary>
internal sealed record PoisonMessage(string Type, string FunctionId, string BlobType, string ContainerName, string BlobName, string ETag)
{
    public const string Queue = "webjobs-blobtrigger-poison";

    public static PoisonMessage For(string function, string blobType, string container, BlobVersion blob) =>
        new("BlobTrigger", $"Host.Functions.{function}", blobType, container, blob.Name, $"\"{blob.ETag}\"");

    public string ToJson() => JsonSerializer.Serialize(this, PoisonMessageJson.Default.PoisonMessage);
}

[JsonSerializable(typeof(PoisonMessage))]
internal sealed partial class PoisonMessageJson : JsonSerializerContext;
