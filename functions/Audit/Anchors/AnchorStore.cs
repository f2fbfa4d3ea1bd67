using System.Security.Cryptography;
using Azure;
using Azure.Storage.Blobs.Models;
using VideoGate.Storage;

namespace VideoGate.Audit.Anchors;

/// <summary>
/// The manifests, one blob a day under <c>anchors/</c> in container <c>audit</c>; more than one if a day has more heads than fit. A blob is
/// created once and never written again. The last one is recorded in container <c>cases</c>, in another account.
/// </summary>
public sealed class AnchorStore(BlobStorage storage)
{
    internal const string Prefix = "anchors/";
    private const string Extension = ".jws";

    private readonly JsonBlob<AnchorReference> _last = new(
        storage.Blob(new(Containers.Cases, "audit-anchor.json")), AnchorJson.Default.AnchorReference);

    /// <param name="part">From 1.</param>
    internal static string NameOf(DateOnly day, int part) => $"{Prefix}{day:yyyy-MM-dd}-{part:d4}{Extension}";

    /// <returns>The day of a manifest, or null if the name is not that of a manifest.</returns>
    internal static DateOnly? DayOf(string name) =>
        name.StartsWith(Prefix, StringComparison.Ordinal) && name.Length == NameOf(default, 1).Length
        && DateOnly.TryParseExact(name.AsSpan(Prefix.Length, 10), "yyyy-MM-dd", out var day) ? day : null;

    /// <summary>Lists the names of all manifests, oldest first, with their sizes.</summary>
    internal async Task<IReadOnlyList<(string Name, long Length)>> ListAsync(CancellationToken cancellationToken) =>
        await storage.Container(Containers.Audit).GetBlobsAsync(BlobTraits.None, BlobStates.None, Prefix, cancellationToken)
            .Select(blob => (blob.Name, blob.Properties.ContentLength ?? 0))
            .ToListAsync(cancellationToken);

    /// <returns>The manifest, or null if it does not exist.</returns>
    internal async Task<byte[]?> ReadAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            return (await storage.Blob(new(Containers.Audit, name)).DownloadContentAsync(cancellationToken)).Value.Content.ToArray();
        }
        catch (RequestFailedException failure) when (failure.ErrorCode == BlobErrorCode.BlobNotFound)
        {
            return null;
        }
    }

    /// <returns>False if the manifest exists.</returns>
    internal async Task<bool> CreateAsync(string name, byte[] manifest, CancellationToken cancellationToken)
    {
        var options = new BlobUploadOptions
        {
            Conditions = new() { IfNoneMatch = ETag.All },
            HttpHeaders = new() { ContentType = Jws.MediaType },
        };
        try
        {
            await storage.Blob(new(Containers.Audit, name)).UploadAsync(new BinaryData(manifest), options, cancellationToken);
            return true;
        }
        catch (RequestFailedException failure) when (failure.Status is 409 or 412)
        {
            return false;
        }
    }

    /// <returns>The app's own record of the last manifest, or null if there is none.</returns>
    internal async Task<AnchorReference?> LastAsync(CancellationToken cancellationToken) =>
        (await _last.ReadAsync(cancellationToken))?.Value;

    internal async Task RememberAsync(AnchorReference written, CancellationToken cancellationToken)
    {
        while (true)
        {
            var found = await _last.ReadAsync(cancellationToken) ?? await _last.CreateAsync(written, cancellationToken);
            if (string.CompareOrdinal(found.Value.Name, written.Name) >= 0
                || await _last.ReplaceAsync(found.ETag, written, cancellationToken) is not null)
            {
                return;
            }
        }
    }

    internal static string HashOf(byte[] manifest) => Convert.ToHexStringLower(SHA256.HashData(manifest));
}
