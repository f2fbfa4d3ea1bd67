using System.Collections.Concurrent;

namespace AiLabels.Pixels.Tests.Frames;

/// <summary>Detects which files of a folder are read, through kernel events, whether or not the mount records access times.</summary>
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
    /// Returns true if a file was read since the last reset. Events are ordered: once the event of a mark read now arrives, all earlier
    /// ones have.
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
