using AiLabels.Reading;
using AiLabels.Reports;

namespace AiLabels.Pixels.Frames;

/// <summary>Finds the parts of the picture that the container hides: clean aperture of MP4, PixelCrop of Matroska.</summary>
internal static class HiddenParts
{
    public static async Task<ProbedVideo> FindAsync(
        ProbedVideo video, IByteSource source, ContainerFormat format, CancellationToken cancellation)
    {
        if (format is not (ContainerFormat.IsoBmff or ContainerFormat.QuickTime or ContainerFormat.Matroska or ContainerFormat.WebM))
        {
            return video;
        }

        var container = await new LabelReader(new LabelReaderOptions(), TimeProvider.System).ReadContainerAsync(source, cancellation);
        var described = container.Tracks.Where(static track => track.Kind == TrackKind.Video).ToList();
        // Players number the tracks as the file does; streams keep that order.
        var tracks = video.Tracks.OrderBy(static track => track.Index).Zip(described)
            .ToDictionary(static pair => pair.First.Index, static pair => pair.Second);
        return video with { Tracks = [.. video.Tracks.Select(track => With(track, tracks.GetValueOrDefault(track.Index)))] };
    }

    private static VideoTrack With(VideoTrack track, TrackFacts? facts) => facts?.Shown is { } shown
        ? track with { Shown = new ShownPart(shown.X, shown.Y, shown.Width, shown.Height).Turned(track.Turn) }
        : track;
}
