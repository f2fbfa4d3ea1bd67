using AiLabels.Reports;

namespace AiLabels.Pixels.Frames;

/// <summary>
/// The only demuxer that may read a file: determined by its first bytes, so that no playlist or script is read as a video.
/// </summary>
internal static class Demuxer
{
    /// <returns>Name of the ffmpeg demuxer, or null for an unsupported container.</returns>
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
