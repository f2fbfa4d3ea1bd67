using System.Collections.Concurrent;

namespace AiLabels.Pixels.Tests.Frames;

/// <summary>Which files of a folder are read. The kernel tells it, whether or not the mount keeps times of access.</summary>
internal sealed class Accesses : IDisposable
{
    private static readonly TimeSpan MaxWait = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<string, bool> _read = [];
    private readonly FileSystemWatcher _watcher;
    private int _marks;

    public Accesses(string folder)
    {
        _watcher = new FileSystemWatcher(folder) { NotifyFilter = NotifyFilters.LastAccess };
        _watcher.Changed += (_, read) => _read[read.Name!] = true;
        _watcher.EnableRaisingEvents = true;
    }

    public void Forget() => _read.Clear();

    /// <summary>
    /// Whether a file was read since it was last forgotten. Events come in order: when a mark read now is told, everything before it was.
    /// </summary>
    public async Task<bool> IncludeAsync(string path)
    {
        var mark = $"mark-{++_marks}";
        var markPath = Path.Combine(_watcher.Path, mark);
        await File.WriteAllTextAsync(markPath, mark);
        await File.ReadAllTextAsync(markPath);
        using var timeout = new CancellationTokenSource(MaxWait);
        while (!_read.ContainsKey(mark))
        {
            await Task.Delay(10, timeout.Token);
        }

        return _read.ContainsKey(Path.GetFileName(path));
    }

    public void Dispose() => _watcher.Dispose();
}
