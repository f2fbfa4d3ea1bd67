using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

[AttributeUsage(AttributeTargets.Parameter)]
public sealed class BlobTriggerAttribute(string blobPath) : TriggerBindingAttribute
{
    /// <summary><c>container/{name}</c>.</summary>
    public string BlobPath { get; } = blobPath;

    /// <summary>Name of the setting that holds the connection; <c>AzureWebJobsStorage</c> when null.</summary>
    public string? Connection { get; set; }

    /// <summary>Where Azure learns of new blobs. The local runtime polls the container for both.</summary>
    public BlobTriggerSource Source { get; set; }
}
