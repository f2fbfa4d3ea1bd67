using AiLabels.Containers;
using AiLabels.Reports;

namespace AiLabels.Cli.Files;

/// <summary>
/// The videos in a folder and the folders in it: files named like videos (or sound in the same containers), and files without extension
/// that begin like one.
/// </summary>
internal static class VideoFolder
{
    private static readonly HashSet<string> Extensions = new(StringComparer.OrdinalIgnoreCase)
    {
        ".mp4", ".m4v", ".mov", ".qt", ".3gp", ".3g2", ".f4v", ".ismv", ".cmfv", ".m4s",
        ".mkv", ".mk3d", ".webm", ".avi", ".divx", ".flv", ".m2ts", ".m2t", ".asf", ".wmv",
        ".m4a", ".mka", ".wma",
    };

    /// <summary>Nothing says video, or it says TypeScript as well.</summary>
    private static readonly HashSet<string> Ambiguous = new(StringComparer.OrdinalIgnoreCase) { "", ".ts", ".mts" };

    private static readonly EnumerationOptions Everything = new() { AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false };

    /// <summary>By name, folder after folder. Links to folders are not followed: they may lead in circles.</summary>
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

        // As the argument was written, not from the root of the disk.
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
            // Opening a pipe that nobody writes into would wait for ever; it has no length.
            if (file.Length == 0)
            {
                return false;
            }

            using var handle = File.OpenHandle(file.FullName);
            Span<byte> head = stackalloc byte[ContainerSniffer.Length];
            return ContainerSniffer.Sniff(head[..RandomAccess.Read(handle, head, 0)]) != ContainerFormat.Unknown;
        }
        catch (Exception e) when (FileFailure.IsCausedBy(e))
        {
            // Whoever cannot be asked is taken along; reading then says why it fails.
            return true;
        }
    }
}
