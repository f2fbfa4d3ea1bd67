namespace VideoGate.Local.Samples;

/// <summary>The videos among the files and folders that the caller names.</summary>
/// <param name="Messages">What was found in folders and what is no video, in the order of the paths.</param>
/// <param name="AllTaken">Whether every path that was named is a video, or a folder with one.</param>
internal sealed record VideoFiles(IReadOnlyList<Sample> Videos, IReadOnlyList<string> Messages, bool AllTaken)
{
    public static VideoFiles Find(IEnumerable<string> paths)
    {
        var (videos, messages, allTaken) = (new List<Sample>(), new List<string>(), true);
        foreach (var path in paths)
        {
            var before = videos.Count;
            if (Directory.Exists(path))
            {
                TakeFolder(path, videos, messages);
            }
            else
            {
                TakeFile(path, videos, messages);
            }

            allTaken &= videos.Count > before;
        }

        return new([.. videos.DistinctBy(video => video.Path)], messages, allTaken);
    }

    private static void TakeFile(string path, List<Sample> videos, List<string> messages)
    {
        if (VideoFormat.GetError(path) is { } error)
        {
            messages.Add($"{Printable.Of(path)} is no video: {error}.");
            return;
        }

        videos.Add(new Sample(path));
    }

    private static void TakeFolder(string folder, List<Sample> videos, List<string> messages)
    {
        var (taken, others) = (0, 0);
        foreach (var path in FilesUnder(new DirectoryInfo(folder)).Order(StringComparer.Ordinal))
        {
            var error = VideoFormat.GetError(path);
            if (error is null)
            {
                taken++;
                videos.Add(new Sample(path) { Name = Path.GetRelativePath(folder, path) });
            }
            else if (VideoFormat.HasExtension(path))
            {
                messages.Add($"{Printable.Of(path)} is no video: {error}.");
            }
            else
            {
                others++;
            }
        }

        var rest = others == 0 ? "" : $"; {Printable.Count(others, "other file")} left out";
        messages.Add($"{Printable.Of(folder)}: {Printable.Count(taken, "video")}{rest}.");
    }

    // Hidden files are none that people mean; a folder behind a link may lead back to its parent.
    private static IEnumerable<string> FilesUnder(DirectoryInfo folder)
    {
        var options = new EnumerationOptions { IgnoreInaccessible = true, AttributesToSkip = FileAttributes.Hidden | FileAttributes.System };
        return folder.EnumerateFiles("*", options).Select(file => file.FullName)
            .Concat(folder.EnumerateDirectories("*", options).Where(inner => inner.LinkTarget is null).SelectMany(FilesUnder));
    }
}
