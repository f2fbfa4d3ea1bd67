using AiLabels.Reading;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Serverless.Moderation;

/// <summary>Reads one version of a blob by ranges; the blob is never downloaded whole.</summary>
/// <exception cref="RequestFailedException">412 when the blob was replaced since, 404 when it is gone.</exception>
internal sealed class BlobByteSource(BlobClient blob, ETag version, long length) : IByteSource
{
    private readonly BlobRequestConditions _thisVersion = new() { IfMatch = version };

    public long Length => length;

    public async ValueTask<int> ReadAsync(long offset, Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var count = (int)Math.Min(buffer.Length, length - offset);
        if (count <= 0)
        {
            return 0;
        }

        var options = new BlobDownloadOptions { Range = new HttpRange(offset, count), Conditions = _thisVersion };
        using var download = (await blob.DownloadStreamingAsync(options, cancellationToken)).Value;
        return await download.Content.ReadAtLeastAsync(buffer[..count], count, throwOnEndOfStream: false, cancellationToken);
    }
}
