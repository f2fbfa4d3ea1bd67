using System.Text.Json;
using AiLabels;
using Azure.Storage.Blobs.Models;
using Serverless.Storage;

namespace Serverless.Moderation;

/// <summary>What was seen in an upload, kept in <c>evidence/{caseId}/</c>.</summary>
public sealed class EvidenceStore(BlobStorage storage)
{
    private static readonly BlobUploadOptions Json = new() { HttpHeaders = new() { ContentType = "application/json" } };

    public async Task WriteLabelsAsync(string caseId, LabelReport report, CancellationToken cancellationToken)
    {
        var content = new BinaryData(JsonSerializer.SerializeToUtf8Bytes(report, LabelJson.Default.LabelReport));
        await storage.Blob(new BlobLocation(Containers.Evidence, $"{caseId}/labels.json")).UploadAsync(content, Json, cancellationToken);
    }
}
