using AiLabels.Containers;
using AiLabels.Reports;

namespace AiLabels.Cli.Files;

/// <summary>
/// Finds the videos in a folder and its subfolders: files with extensions of videos (or audio in the same containers), and files without
/// extension whose first bytes are those of a video.
/// </summary>
internal static class VideoFolder
{
    private static readonly HashSet<string> Extensions = new(StringComparer.OrdinalIgnoreCase)
    {
        ".mp4", ".m4v", ".mov", ".qt", ".3gp", ".3g2", ".f4v", ".ismv", ".cmfv", ".m4s",
        ".mkv", ".mk3d", ".webm", ".avi", ".divx", ".flv", ".m2ts", ".m2t", ".asf", ".wmv",
        ".m4a", ".mka", ".wma",
    };

    /// <summary>Extensions that do not identify a video, or may also mean TypeScript.</summary>
    private static readonly HashSet<string> Ambiguous = new(StringComparer.OrdinalIgnoreCase) { "", ".ts", ".mts" };

    private static readonly EnumerationOptions Everything = new() { AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false };

    /// <summary>Returns files by name, folder by folder. Links to folders are not followed: they may be cyclic.</summary>
    public static IEnumerable<SelectedFile> Files(string folder)
    {
        var open = new Stack<FileSystemInfo>([new DirectoryInfo(folder)]);
        while (open.TryPop(out var entry))
        {
            if (entry is DirectoryInfo directory)
            {
                if (Enter(directory, open) is { } failure)
                {
                    yield return new(PathOf(directory), failure);
                }
            }
            else if (IsVideo((FileInfo)entry))
            {
                yield return new(PathOf(entry));
            }
        }

        // Relative to the argument as written, not absolute.
        string PathOf(FileSystemInfo entry) =>
            Path.Join(folder, Path.GetRelativePath(folder, entry.FullName)) is var path && path.EndsWith("/.", StringComparison.Ordinal)
                ? folder
                : path;
    }

    private static FileFailure? Enter(DirectoryInfo directory, Stack<FileSystemInfo> open)
    {
        try
        {
            foreach (var entry in directory.EnumerateFileSystemInfos("*", Everything).Where(IsFollowed)
                .OrderByDescending(static e => e.Name, StringComparer.Ordinal))
            {
                open.Push(entry);
            }

            return null;
        }
        catch (Exception e) when (FileFailure.IsCausedBy(e))
        {
            return FileFailure.Of(e);
        }
    }

    private static bool IsFollowed(FileSystemInfo entry) => entry is FileInfo || !entry.Attributes.HasFlag(FileAttributes.ReparsePoint);

    private static bool IsVideo(FileInfo file) =>
        Extensions.Contains(file.Extension) || (Ambiguous.Contains(file.Extension) && BeginsLikeVideo(file));

    private static bool BeginsLikeVideo(FileInfo file)
    {
        try
        {
            // A pipe has no length; opening one without a writer would block forever.
            if (file.Length == 0)
            {
                return false;
            }

            using var handle = File.OpenHandle(file.FullName);
            Span<byte> head = stackalloc byte[ContainerSniffer.Length];
            return ContainerSniffer.Sniff(head[..RandomAccess.Read(handle, head, 0)])
                is not (ContainerFormat.Unknown or ContainerFormat.C2pa);
        }
        catch (Exception e) when (FileFailure.IsCausedBy(e))
        {
            // A file that cannot be probed is included; reading it then reports the cause.
            return true;
        }
    }
}
