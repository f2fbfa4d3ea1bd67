using AiLabels.Reports;

namespace AiLabels.Cli.Files;

/// <summary>A file that could not be read: the cause and a remedy.</summary>
internal sealed record FileFailure(string Cause, string Remedy)
{
    public static FileFailure Of(Exception exception) => exception switch
    {
        FileNotFoundException or DirectoryNotFoundException => new("there is no such file", "check the name"),
        UnauthorizedAccessException => new("access is denied", "check its permissions and those of the folders above it"),
        NotSupportedException => new("it is a pipe or a device", "save its content in a file first"),
        InputTooLongException => new(exception.Message, "save it in a file first"),
        _ => new(exception.Message.TrimEnd('.'), "check the disk or copy the file and try again"),
    };

    /// <summary>Returns the failure of a file in no container; null if it is a video, damaged or not.</summary>
    public static FileFailure? Of(ContainerFormat format, long length) => format switch
    {
        not ContainerFormat.Unknown => null,
        _ when length == 0 => new("it is empty, not a video", "copy it again"),
        _ => new("it is not a video", "supported are MP4, MOV, MKV, WebM, AVI, FLV, WMV and MPEG-TS"),
    };

    public static bool IsCausedBy(Exception exception) => exception is IOException or UnauthorizedAccessException or NotSupportedException;

    public override string ToString() => $"{Cause}; {Remedy}";
}
