using System.Diagnostics;
using AiLabels.Reading;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace VideoGate.Storage;

/// <summary>Reads one version of a blob by range requests; never downloads the whole blob.</summary>
internal sealed class BlobByteSource(BlobClient blob, ETag version, long length) : IByteSource
{
    // A decoder reads over a separate connection, without the ambient span of the work that it belongs to.
    private readonly Activity? _for = Activity.Current;
    private readonly BlobRequestConditions _thisVersion = new() { IfMatch = version };

    public long Length => length;

    /// <exception cref="UploadGoneException">The blob version no longer exists.</exception>
    /// <exception cref="IOException">Storage does not respond.</exception>
    public async ValueTask<int> ReadAsync(long offset, Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var count = (int)Math.Min(buffer.Length, length - offset);
        if (count <= 0)
        {
            return 0;
        }

        Activity.Current = _for;
        try
        {
            var options = new BlobDownloadOptions { Range = new HttpRange(offset, count), Conditions = _thisVersion };
            using var download = (await blob.DownloadStreamingAsync(options, cancellationToken)).Value;
            return await download.Content.ReadAtLeastAsync(buffer[..count], count, throwOnEndOfStream: false, cancellationToken);
        }
        catch (RequestFailedException exception) when (exception.Status is 404 or 412)
        {
            throw new UploadGoneException(exception);
        }
        catch (Exception exception) when (StorageOutage.IsTransient(exception) && exception is not IOException)
        {
            throw new IOException("The upload cannot be read because storage does not answer.", exception);
        }
    }
}
