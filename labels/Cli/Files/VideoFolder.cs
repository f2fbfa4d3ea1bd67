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
    /// <param name="passOver">Is called for each entry that is not returned.</param>
    public static IEnumerable<SelectedFile> Files(string folder, Action<PassedOver> passOver)
    {
        var root = new DirectoryInfo(folder);
        var open = new Stack<FileSystemInfo>([root]);
        while (open.TryPop(out var entry))
        {
            if (entry != root && ReasonAgainst(entry) is { } reason)
            {
                passOver(new(PathOf(entry), reason));
            }
            else if (entry is DirectoryInfo directory)
            {
                if (Enter(directory, open) is { } failure)
                {
                    yield return new(PathOf(directory), failure);
                }
            }
            else
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
            var entries = directory.EnumerateFileSystemInfos("*", Everything);
            foreach (var entry in entries.OrderByDescending(static e => e.Name, StringComparer.Ordinal))
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

    private static string? ReasonAgainst(FileSystemInfo entry) => entry switch
    {
        DirectoryInfo => entry.Attributes.HasFlag(FileAttributes.ReparsePoint) ? PassedOver.Link : null,
        _ when Extensions.Contains(entry.Extension) => null,
        _ when !Ambiguous.Contains(entry.Extension) => PassedOver.ByName,
        _ => BeginsLikeVideo((FileInfo)entry) ? null : PassedOver.ByContent,
    };

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
