using AiLabels.Pixels.Frames;
using Azure;
using Microsoft.Extensions.Options;
using Serverless.Storage;

namespace Serverless.Moderation;

/// <summary>Opens the pictures of uploads, so many at a time: decoding is what costs most.</summary>
public sealed class UploadPictures(BlobStorage storage, IOptions<DecodingOptions> options) : IDisposable
{
    private readonly SemaphoreSlim _places = new(options.Value.MaxParallelVideos);

    /// <exception cref="StorageOutageException">Storage does not answer; the file is not to blame.</exception>
    /// <exception cref="UploadGoneException">The upload was replaced or removed.</exception>
    internal async Task<T> LookAsync<T>(LookRequest video, Func<FfmpegFrameSource, Task<T>> look, CancellationToken cancellationToken)
    {
        await _places.WaitAsync(cancellationToken);
        try
        {
            var upload = video.Upload;
            var blob = storage.Blob(new BlobLocation(Containers.Uploads, upload.Name));
            var bytes = new BlobByteSource(blob, new ETag(upload.ETag), upload.Length);
            await using var pictures = await FfmpegFrameSource.OpenAsync(bytes, video.Format, new FrameSourceOptions(), cancellationToken);
            return await look(pictures);
        }
        catch (IOException failure) when (failure is not FileNotFoundException)
        {
            throw failure.InnerException as UploadGoneException
                ?? (Exception)new StorageOutageException($"The pictures of '{video.Upload.Name}' could not be read because storage does not answer.", failure);
        }
        finally
        {
            _places.Release();
        }
    }

    public void Dispose() => _places.Dispose();
}
