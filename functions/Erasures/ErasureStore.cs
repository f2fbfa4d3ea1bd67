using System.Security.Cryptography;
using Azure;
using Azure.Storage.Blobs.Models;
using VideoGate.Cases;
using VideoGate.Storage;

namespace VideoGate.Erasures;

/// <summary>The orders, and one empty blob <c>erasures/open/{erasureId}</c> for each that has not ended.</summary>
public sealed class ErasureStore(BlobStorage storage)
{
    private const string Prefix = "erasures/";
    private const string Open = $"{Prefix}open/";

    public static string NewId() => Base32.Encode(RandomNumberGenerator.GetBytes(32));

    /// <returns>The order, or null if <paramref name="erasureId"/> is not a valid id or names no order.</returns>
    internal async Task<Stored<ErasureOrder>?> GetAsync(string? erasureId, CancellationToken cancellationToken) =>
        Base32.IsValid(erasureId) ? await Blob(erasureId!).ReadAsync(cancellationToken) : null;

    internal async Task CreateAsync(ErasureOrder order, CancellationToken cancellationToken)
    {
        await storage.WriteRowAsync(Row(order.ErasureId), cancellationToken: cancellationToken);
        await Blob(order.ErasureId).CreateAsync(order, cancellationToken);
    }

    /// <returns>The stored order, or null after a concurrent change.</returns>
    internal Task<Stored<ErasureOrder>?> ReplaceAsync(ETag current, ErasureOrder next, CancellationToken cancellationToken) =>
        Blob(next.ErasureId).ReplaceAsync(current, next, cancellationToken);

    /// <summary>Removes an order that never took effect.</summary>
    internal async Task RemoveAsync(string erasureId, CancellationToken cancellationToken)
    {
        await storage.Blob(Location(erasureId)).DeleteIfExistsAsync(cancellationToken: cancellationToken);
        await CloseAsync(erasureId, cancellationToken);
    }

    /// <summary>Lists no longer an order that has ended.</summary>
    internal async Task CloseAsync(string erasureId, CancellationToken cancellationToken) =>
        await storage.Blob(Row(erasureId)).DeleteIfExistsAsync(cancellationToken: cancellationToken);

    /// <summary>Lists one page of orders that have not ended.</summary>
    internal async Task<(IReadOnlyList<string> ErasureIds, string? Next)> ListOpenAsync(
        string? marker, int pageSize, CancellationToken cancellationToken)
    {
        var page = await BlobPage.ReadAsync(
            storage.Container(Containers.Cases), Open, BlobTraits.None, marker, pageSize, cancellationToken);
        return ([.. page.Blobs.Select(blob => blob.Name[Open.Length..])], page.Next);
    }

    private JsonBlob<ErasureOrder> Blob(string erasureId) => new(storage.Blob(Location(erasureId)), ErasureJson.Stored.ErasureOrder);

    private static BlobLocation Location(string erasureId) => new(Containers.Cases, $"{Prefix}{erasureId}.json");

    private static BlobLocation Row(string erasureId) => new(Containers.Cases, $"{Open}{erasureId}");
}
