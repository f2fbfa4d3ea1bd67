namespace AiLabels.Cli.Label;

/// <summary>A file that gets its name only when it is complete; an interrupted write leaves nothing.</summary>
internal sealed class OutputFile(string path, bool mayOverwrite)
{
    private readonly string _path = Path.GetFullPath(path);

    /// <summary>Returns the reason why the file must not be written, before anything is read; null if it may be.</summary>
    /// <param name="input">The input file, which must not be overwritten.</param>
    public string? Obstacle(string input) =>
        RealPath(_path) == RealPath(Path.GetFullPath(input)) ? "it is the input file; give the copy another name"
        : !Directory.Exists(Path.GetDirectoryName(_path)) ? "its folder does not exist; create it first"
        : Directory.Exists(_path) ? "it is a folder; give the copy a name in it"
        : File.Exists(_path) && !mayOverwrite ? "it already exists; overwrite it with --force"
        : null;

    /// <summary>Writes to a temporary file in the same folder, and renames it if the result is to be kept.</summary>
    /// <exception cref="IOException">The file could not be written, or was created in the meantime.</exception>
    public async Task<T> WriteAsync<T>(Func<Stream, Task<T>> write, Func<T, bool> isToBeKept)
    {
        var draft = Path.Combine(Path.GetDirectoryName(_path)!, $".{Path.GetFileName(_path)}.{Guid.NewGuid():N}");
        try
        {
            T result;
            await using (var stream = new FileStream(draft, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0))
            {
                result = await write(stream);
            }

            if (isToBeKept(result))
            {
                File.Move(draft, _path, mayOverwrite);
            }

            return result;
        }
        finally
        {
            File.Delete(draft);
        }
    }

    /// <summary>Resolves links of the file and of its folder.</summary>
    private static string RealPath(string path)
    {
        var folder = Path.GetDirectoryName(path)!;
        var real = Path.Combine(
            Directory.Exists(folder) ? Directory.ResolveLinkTarget(folder, true)?.FullName ?? folder : folder, Path.GetFileName(path));
        return File.Exists(real) ? File.ResolveLinkTarget(real, true)?.FullName ?? real : real;
    }
}
