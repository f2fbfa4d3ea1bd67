using Azure.Storage.Blobs.Models;
using VideoGate.Storage;

namespace VideoGate.Takedowns;

/// <summary>
/// Index of the cases with an unfinished order: empty blobs <c>takedowns/{caseId}</c> in container <c>cases</c>, written before the order.
/// </summary>
public sealed class TakedownIndex(BlobStorage storage)
{
    private const string Prefix = "takedowns/";

    public Task AddAsync(string caseId, CancellationToken cancellationToken) =>
        storage.WriteRowAsync(Row(caseId), cancellationToken: cancellationToken);

    public async Task RemoveAsync(string caseId, CancellationToken cancellationToken) =>
        await storage.Blob(Row(caseId)).DeleteIfExistsAsync(cancellationToken: cancellationToken);

    /// <returns>Case ids, each with the time at which its row was written.</returns>
    public IAsyncEnumerable<(string CaseId, DateTimeOffset WrittenAt)> ListAsync(CancellationToken cancellationToken) =>
        storage.Container(Containers.Cases).GetBlobsAsync(BlobTraits.None, BlobStates.None, Prefix, cancellationToken)
            .Select(row => (row.Name[Prefix.Length..], row.Properties.LastModified ?? default));

    private static BlobLocation Row(string caseId) => new(Containers.Cases, $"{Prefix}{caseId}");
}
