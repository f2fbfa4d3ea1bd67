namespace VideoGate.Local.Samples;

/// <summary>The videos among the given files and folders.</summary>
/// <param name="Messages">Videos found in folders and files that are not videos, in the order of the paths.</param>
/// <param name="AllTaken">Whether every given path is a video, or a folder with one.</param>
internal sealed record VideoFiles(IReadOnlyList<Sample> Videos, IReadOnlyList<string> Messages, bool AllTaken)
{
    private const int HeadLength = 4096;

    private static readonly HashSet<string> Extensions = new(StringComparer.OrdinalIgnoreCase)
    {
        ".mp4", ".m4v", ".mov", ".mkv", ".webm", ".avi", ".flv", ".f4v", ".wmv", ".asf", ".ts", ".m2ts", ".mts", ".mpg", ".mpeg", ".3gp",
    };

    public static VideoFiles Find(IEnumerable<string> paths)
    {
        var (videos, messages, allTaken) = (new List<Sample>(), new List<string>(), true);
        foreach (var path in paths)
        {
            var isFolder = Directory.Exists(path);
            var files = isFolder ? FilesUnder(path).Order(StringComparer.Ordinal).ToList() : [path];
            var named = isFolder ? files.Where(file => Extensions.Contains(Path.GetExtension(file))).ToList() : files;
            var errors = named.Select(file => (File: file, Text: GetError(file))).Where(error => error.Text is not null).ToList();
            var found = named.Except(errors.Select(error => error.File)).ToList();
            videos.AddRange(found.Select(file =>
                new Sample(file) { Name = isFolder ? Path.GetRelativePath(path, file) : Path.GetFileName(file) }));
            messages.AddRange(errors.Select(error => $"{Printable.Of(error.File)} is not a video: {error.Text}."));
            if (isFolder)
            {
                messages.Add($"{Printable.Of(path)}: {found.Count} video(s), {files.Count - named.Count} other file(s) skipped.");
            }

            allTaken &= found.Count > 0;
        }

        return new([.. videos.DistinctBy(video => video.Path)], messages, allTaken);
    }

    /// <returns>The reason why the file is not a video, or null if it may be one: the app decides.</returns>
    public static string? GetError(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            var head = new byte[HeadLength];
            head = head[..file.ReadAtLeast(head, HeadLength, throwOnEndOfStream: false)];
            return head is [] ? "the file is empty"
                : head.All(value => value is >= 0x20 or (byte)'\t' or (byte)'\n' or (byte)'\r') ? "it is a text file"
                : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return $"it cannot be read ({exception.Message})";
        }
    }

    // Hidden files are not meant; a link may lead back to its own folder.
    private static IEnumerable<string> FilesUnder(string folder) => Directory.EnumerateFiles(folder, "*", new EnumerationOptions
    {
        RecurseSubdirectories = true,
        AttributesToSkip = FileAttributes.Hidden | FileAttributes.System | FileAttributes.ReparsePoint,
    });
}
