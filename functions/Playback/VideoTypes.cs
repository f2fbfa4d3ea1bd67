using AiLabels.Reports;

namespace VideoGate.Playback;

/// <summary>Media types by container format, as detected from the first bytes; the uploader's file name and type are ignored.</summary>
internal static class VideoTypes
{
    public static string Of(ContainerFormat format) => format switch
    {
        ContainerFormat.IsoBmff => "video/mp4",
        ContainerFormat.QuickTime => "video/quicktime",
        ContainerFormat.Matroska => "video/matroska",
        ContainerFormat.WebM => "video/webm",
        ContainerFormat.Avi => "video/x-msvideo",
        ContainerFormat.Flv => "video/x-flv",
        ContainerFormat.MpegTs => "video/mp2t",
        ContainerFormat.Asf => "video/x-ms-asf",
        ContainerFormat.C2pa => "application/c2pa",
        _ => "application/octet-stream",
    };
}
