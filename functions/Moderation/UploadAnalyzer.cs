using AiLabels.Pixels.Viewing;
using Microsoft.Extensions.Options;
using VideoGate.Cases.Orchestration;
using VideoGate.Storage;

namespace VideoGate.Moderation;

/// <summary>Analyzes uploads with limited parallelism: decoding is the most expensive step.</summary>
public sealed class UploadAnalyzer(
    BlobStorage storage, VideoAnalyzer viewer, IOptions<DecodingOptions> options, DecodingMetrics metrics, TimeProvider time) : IDisposable
{
    private readonly LimitedPlaces _places = new(options.Value.MaxParallelVideos, options.Value.MaxParallelVideos, time);

    /// <returns>The analysis; or null, and after what time to ask again, because others are analyzed.</returns>
    /// <exception cref="StorageOutageException">Storage does not respond; the file is not at fault.</exception>
    /// <exception cref="UploadGoneException">The upload was replaced or removed.</exception>
    internal async Task<(VideoAnalysis? Viewed, TimeSpan Wait)> AnalyzeAsync(AnalyzeVideoInput video, CancellationToken cancellationToken)
    {
        var (entered, wait) = await _places.EnterAsync(video.CaseId, cancellationToken);
        using var place = entered;
        return place is null ? (null, wait) : (await ViewAsync(video, cancellationToken), wait);
    }

    public void Dispose() => _places.Dispose();

    private async Task<VideoAnalysis> ViewAsync(AnalyzeVideoInput video, CancellationToken cancellationToken)
    {
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
    }
}
