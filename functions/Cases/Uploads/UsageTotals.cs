using System.Runtime.CompilerServices;
using Azure.Storage.Blobs.Models;
using VideoGate.Storage;

namespace VideoGate.Cases.Uploads;

/// <summary>
/// Counts the usage of all uploaders: three listings, of 5,000 names a page, at most every <see cref="MaxAge"/>. Within that time the
/// process may grant upload URLs beyond a total; limits of a single uploader are counted at each request.
/// </summary>
public sealed class UsageTotals(BlobStorage storage, TimeProvider time) : IDisposable
{
    /// <summary>Age after which the total is counted again.</summary>
    public static readonly TimeSpan MaxAge = TimeSpan.FromSeconds(15);

    private readonly SemaphoreSlim _one = new(1);
    private (Usage Value, DateTimeOffset At)? _counted;

    public async Task<Usage> GetAsync(CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            var now = time.GetUtcNow();
            if (_counted is not { } counted || now - counted.At >= MaxAge || now < counted.At)
            {
                _counted = counted = (await CountAsync(storage, "", now, cancellationToken), now);
            }

            return counted.Value;
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    /// <param name="folder">Of one uploader, or empty for all.</param>
    internal static async Task<Usage> CountAsync(
        BlobStorage storage, string folder, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var grants = NamesAsync(UsageNames.Grants);
        var open = NamesAsync(UsageNames.Open);
        var calls = NamesAsync(UsageNames.CallsOn(now));
        DateTimeOffset[] expiries = [.. (await grants).Select(UsageNames.Time).Where(expiry => expiry > now)];
        return new(
            expiries.Length,
            (await open).Count,
            (await open).Sum(UsageNames.Amount),
            (await calls).Sum(UsageNames.Amount),
            expiries is [] ? null : expiries.Min());

        async Task<List<string>> NamesAsync(string kind) =>
            await ListAsync(storage, $"{kind}{folder}", cancellationToken).ToListAsync(cancellationToken);
    }

    internal static async IAsyncEnumerable<string> ListAsync(
        BlobStorage storage, string prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var blobs = storage.Container(Containers.Cases).GetBlobsAsync(BlobTraits.None, BlobStates.None, prefix, cancellationToken);
        await foreach (var blob in blobs)
        {
            yield return blob.Name;
        }
    }
}
