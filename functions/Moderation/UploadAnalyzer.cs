using AiLabels.Pixels.Viewing;
using Microsoft.Extensions.Options;
using VideoGate.Storage;

namespace VideoGate.Moderation;

/// <summary>Analyzes uploads with limited parallelism: decoding is the most expensive step.</summary>
public sealed class UploadAnalyzer(
    BlobStorage storage, VideoAnalyzer viewer, IOptions<DecodingOptions> options, DecodingMetrics metrics, TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim _places = new(options.Value.MaxParallelVideos);

    /// <exception cref="StorageOutageException">Storage does not respond; the file is not at fault.</exception>
    /// <exception cref="UploadGoneException">The upload was replaced or removed.</exception>
    internal async Task<VideoAnalysis> AnalyzeAsync(AnalyzeVideoInput video, CancellationToken cancellationToken)
    {
        await _places.WaitAsync(cancellationToken);
        var began = time.GetTimestamp();
        try
        {
            var viewed = await viewer.ViewAsync(video.Held.Open(storage), video.Format, cancellationToken);
            metrics.Analyzed(viewed, time.GetElapsedTime(began));
            return viewed;
        }
        catch (IOException failure) when (failure is not FileNotFoundException)
        {
            throw failure.InnerException as UploadGoneException
                ?? (Exception)new StorageOutageException(
                    $"The pictures of case {video.CaseId} could not be read because storage does not answer.", failure);
        }
        finally
        {
            _places.Release();
        }
    }

    public void Dispose() => _places.Dispose();
}
