using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Azure.Storage.Blobs.Models;
using Microsoft.Extensions.Options;
using VideoGate.Audit;
using VideoGate.Cases;
using VideoGate.Storage;

namespace VideoGate.Webhooks;

/// <summary>
/// Events whose deliveries have not started, one empty blob each under <c>webhooks/outbox/</c> in container <c>cases</c>. A blob is written
/// before its event and removed after the deliveries have started: no interruption loses an event.
/// </summary>
public sealed class WebhookOutbox(BlobStorage storage, IOptions<WebhookOptions> options) : IAuditObserver
{
    private const string Prefix = "webhooks/outbox/";
    private const string TimeFormat = "yyyyMMdd'T'HHmmssfffffff";
    private const string EventKey = "event";

    public async Task BeforeAppendAsync(
        string caseId, IReadOnlyList<AuditEvent> events, DateTimeOffset at, CancellationToken cancellationToken)
    {
        if (options.Value.Endpoints.Count == 0)
        {
            return;
        }

        foreach (var reported in events.Where(CaseEventFactory.IsPublished))
        {
            var name = $"{Prefix}{at.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture)}-{caseId}-{Base32.Hash(reported.Id)}";
            var metadata = new Dictionary<string, string> { [EventKey] = Base64Url.EncodeToString(Encoding.UTF8.GetBytes(reported.Id)) };
            await storage.WriteRowAsync(new(Containers.Cases, name), metadata, cancellationToken);
        }
    }

    /// <summary>Lists pending events, oldest first.</summary>
    internal async Task<IReadOnlyList<PendingEvent>> ListAsync(int most, CancellationToken cancellationToken) =>
        await storage.Container(Containers.Cases)
            .GetBlobsAsync(BlobTraits.Metadata, BlobStates.None, Prefix, cancellationToken)
            .Take(most)
            .Select(Pending)
            .ToListAsync(cancellationToken);

    internal async Task RemoveAsync(PendingEvent pending, CancellationToken cancellationToken) =>
        await storage.Blob(pending.Location).DeleteIfExistsAsync(cancellationToken: cancellationToken);

    private static PendingEvent Pending(BlobItem blob)
    {
        var parts = blob.Name[Prefix.Length..].Split('-');
        var at = DateTimeOffset.ParseExact(parts[0], TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
        return new(new(Containers.Cases, blob.Name), parts[1], Encoding.UTF8.GetString(Base64Url.DecodeFromChars(blob.Metadata[EventKey])),
            at);
    }
}
