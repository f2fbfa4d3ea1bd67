using System.Runtime.CompilerServices;
using AiLabels.Cli.Files;

namespace AiLabels.Cli.Watch;

/// <summary>Finds files in a folder as they become whole: those whose length and time of change stay the same for a while.</summary>
/// <remarks>
/// It lists the folder again and again: events of the system are lost on network shares and when there are many. A file that changes after
/// it was returned is returned again.
/// </remarks>
/// <param name="settle">How long a file must stay unchanged.</param>
internal sealed class FolderWatch(string folder, TimeSpan settle, TimeProvider time)
{
    private static readonly TimeSpan MinInterval = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan MaxInterval = TimeSpan.FromSeconds(1);

    private Dictionary<string, Seen> _seen = [];

    /// <summary>Ends when the folder cannot be listed any more, with the failure.</summary>
    public async IAsyncEnumerable<SelectedFile> WholeFilesAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        var half = settle / 2;
        using var timer = new PeriodicTimer(half < MinInterval ? MinInterval : half > MaxInterval ? MaxInterval : half, time);
        do
        {
            foreach (var file in List())
            {
                yield return file;
                if (file.Failure is not null && file.Path == folder)
                {
                    yield break;
                }
            }
        }
        while (await timer.WaitForNextTickAsync(cancellation));
    }

    /// <returns>The files that have become whole since the last call, and folders that cannot be listed.</returns>
    internal IReadOnlyList<SelectedFile> List()
    {
        var now = time.GetTimestamp();
        var (whole, there) = (new List<SelectedFile>(), new Dictionary<string, Seen>());
        foreach (var file in VideoFolder.Files(folder, static _ => { }))
        {
            var state = StateOf(file);
            var seen = _seen.TryGetValue(file.Path, out var before) && before.State == state ? before : new(state, now, IsReturned: false);
            if (!seen.IsReturned && (file.Failure is not null || (time.GetElapsedTime(seen.Since, now) >= settle && IsClosed(file.Path))))
            {
                seen = seen with { IsReturned = true };
                whole.Add(file);
            }

            there[file.Path] = seen;
        }

        // Files that are gone are forgotten.
        _seen = there;
        return whole;
    }

    private static (long Length, DateTime Changed) StateOf(SelectedFile file) =>
        file.Failure is null && new FileInfo(file.Path) is { Exists: true } info ? (info.Length, info.LastWriteTimeUtc) : default;

    /// <summary>On Windows a file that another program writes cannot be opened for itself; elsewhere nothing tells.</summary>
    private static bool IsClosed(string path)
    {
        if (!OperatingSystem.IsWindows())
        {
            return true;
        }

        try
        {
            using var file = File.OpenHandle(path, share: FileShare.None);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    private readonly record struct Seen((long Length, DateTime Changed) State, long Since, bool IsReturned);
}
