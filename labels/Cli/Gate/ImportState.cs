using System.Globalization;
using System.Text;

namespace AiLabels.Cli.Gate;

/// <summary>
/// What of a folder was uploaded: a file of lines, one for each video, appended once it is uploaded. A video that changed since is another.
/// </summary>
internal sealed class ImportState(string path)
{
    public const string DefaultName = ".ailabels-import";

    private readonly Dictionary<string, string> _uploads = Read(path);

    /// <returns>The id of the upload; null if this version of the file was not uploaded.</returns>
    public string? Find(string file) => _uploads.GetValueOrDefault(KeyOf(file));

    public async Task AddAsync(string file, string uploadId)
    {
        var key = KeyOf(file);
        await File.AppendAllTextAsync(path, $"{uploadId} {key}\n");
        _uploads[key] = uploadId;
    }

    private static Dictionary<string, string> Read(string path)
    {
        var uploads = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in File.Exists(path) ? File.ReadLines(path) : [])
        {
            // A line that an interruption cut has no key.
            if (line.Split(' ', 2) is [var uploadId, { Length: > 0 } key])
            {
                uploads[key] = uploadId;
            }
        }

        return uploads;
    }

    /// <summary>Gets what tells a version of a file: length, time of change, and the name in one line.</summary>
    private static string KeyOf(string file)
    {
        var info = new FileInfo(file);
        var name = Convert.ToBase64String(Encoding.UTF8.GetBytes(file));
        return string.Create(CultureInfo.InvariantCulture, $"{info.Length} {info.LastWriteTimeUtc.Ticks} {name}");
    }
}
