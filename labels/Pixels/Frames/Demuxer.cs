using AiLabels.Reports;

namespace AiLabels.Pixels.Frames;

/// <summary>
/// The one demuxer that may read a file: what its first bytes say, so that no playlist or script is ever taken for a video.
/// </summary>
internal static class Demuxer
{
    /// <returns>Name of the ffmpeg demuxer; null for a container that is not read here.</returns>
    public static string? Of(ContainerFormat format) => format switch
    {
        ContainerFormat.IsoBmff or ContainerFormat.QuickTime => "mov",
        ContainerFormat.Matroska or ContainerFormat.WebM => "matroska",
        ContainerFormat.Avi => "avi",
        ContainerFormat.Flv => "flv",
        ContainerFormat.MpegTs => "mpegts",
        ContainerFormat.Asf => "asf",
        _ => null,
    };
}
