using System.Text.Json;
using Azure.Storage.Blobs.Models;
using Microsoft.Extensions.Options;
using VideoGate.Audit.Anchors;
using VideoGate.Cases;
using VideoGate.Storage;

namespace VideoGate.Webhooks;

/// <summary>
/// Announces manifests of audit logs to receivers, who then hold copies outside of storage. One empty blob each
/// under <c>webhooks/anchors/</c> in container <c>cases</c>, written before the manifest and removed after the deliveries have started.
/// </summary>
public sealed class AnchorEvents(BlobStorage storage, AnchorChain chain, AnchorStore manifests, IOptions<WebhookOptions> options)
    : IAnchorObserver
{
    internal const string Type = "videogate.audit.anchor.v1";

    private const string Prefix = "webhooks/";

    public async Task BeforeWriteAsync(string name, CancellationToken cancellationToken)
    {
        if (options.Value.Endpoints.Count > 0)
        {
            await storage.WriteRowAsync(Location(name), cancellationToken: cancellationToken);
        }
    }

    /// <summary>Lists the names of the manifests whose deliveries have not started.</summary>
    internal async Task<IReadOnlyList<string>> ListAsync(CancellationToken cancellationToken) =>
        await storage.Container(Containers.Cases)
            .GetBlobsAsync(BlobTraits.None, BlobStates.None, Location(AnchorStore.Prefix).Name, cancellationToken)
            .Select(blob => blob.Name[Prefix.Length..])
            .ToListAsync(cancellationToken);

    /// <returns>The deliveries, one for each endpoint; none while the manifest is not written.</returns>
    internal async Task<IReadOnlyList<WebhookDelivery>> DeliveriesAsync(string name, CancellationToken cancellationToken)
    {
        if (await manifests.ReadAsync(name, cancellationToken) is not { } bytes || chain.Parse(name, bytes).Manifest is not { } manifest)
        {
            return [];
        }

        var sha256 = AnchorStore.HashOf(bytes);
        var id = $"msg_{Base32.Hash($"{name}/{sha256}")}";
        var body = JsonSerializer.Serialize(
            new CloudEvent<AnchorEventData>
            {
                Id = id,
                Source = options.Value.Source,
                Type = Type,
                Subject = name,
                Time = manifest.At,
                Data = new(name, sha256, manifest.Previous?.Sha256, manifest.Heads.Count, chain.IsSigned(bytes)),
            },
            WebhookJson.Default.AnchorEvent);
        return [.. options.Value.Endpoints.Select(endpoint => new WebhookDelivery(id, CaseId: "", Type, endpoint.Key, body))];
    }

    internal async Task RemoveAsync(string name, CancellationToken cancellationToken) =>
        await storage.Blob(Location(name)).DeleteIfExistsAsync(cancellationToken: cancellationToken);

    private static BlobLocation Location(string name) => new(Containers.Cases, $"{Prefix}{name}");
}
