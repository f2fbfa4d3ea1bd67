using VideoGate.Storage;
using VideoGate.Testing.App;

namespace VideoGate.Bench.Workflow.Faults;

/// <summary>The faults that are brought about; those of hours and of clocks are tests on virtual time.</summary>
internal static class FaultCatalog
{
    private const int Uploads = 8;

    /// <summary>A program that never ends is given a minute, for each video.</summary>
    private const int SlowUploads = 4;

    private static readonly TimeSpan Outage = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Late = TimeSpan.FromMilliseconds(250);

    public static IReadOnlyList<Fault> All { get; } =
    [
        new("worker-killed", "kill -9 of the worker, three times", gate => ChaosAsync(gate, new(3, 0, TimeSpan.Zero))),
        new("host-killed", "kill -9 of host and worker, twice", gate => ChaosAsync(gate, new(0, 2, TimeSpan.Zero))),
        new("storage-down", "storage refuses connections for 20 s", gate => ChaosAsync(gate, new(0, 0, Outage))),
        new("storage-stopped", "storage accepts connections and says nothing for 20 s", StoppedAsync),
        Slow(),
        new("containers-missing", "the containers of videos are created 20 s after the uploads", ContainersAsync)
        {
            PrepareAsync = async gate =>
            {
                gate.App.Settings["Storage__CreateContainers"] = "false";
                await CreateAsync(gate, Containers.All.Except([Containers.Published, Containers.Quarantine, Containers.Evidence]));
            },
        },
        FullDisk(),
        Program("ffmpeg-missing", "ffmpeg is not installed", "ffmpeg", null),
        Program("ffmpeg-crashing", "ffmpeg ends by a segmentation fault", "ffmpeg", "#!/bin/sh\nkill -SEGV $$\n"),
        Program("ffmpeg-hanging", "ffmpeg never ends", "ffmpeg", "#!/bin/sh\nwhile :; do sleep 1; done\n"),
        Program("ffprobe-missing", "ffprobe is not installed", "ffprobe", null),
        Program("ffprobe-hanging", "ffprobe never ends", "ffprobe", "#!/bin/sh\nwhile :; do sleep 1; done\n"),
    ];

    private static Task<IReadOnlyList<string>> ChaosAsync(RunningGate gate, Chaos chaos) =>
        chaos.RunAsync(gate, Uploads, Environment.TickCount);

    private static Task<IReadOnlyList<string>> UploadAsync(RunningGate gate) => Chaos.UploadAsync(gate, 0..Uploads);

    private static async Task<IReadOnlyList<string>> StoppedAsync(RunningGate gate)
    {
        var before = await Chaos.UploadAsync(gate, 0..(Uploads / 2));
        await Mounts.SignalAsync("STOP", gate.Azurite.ProcessId);
        await Task.Delay(Outage);
        await Mounts.SignalAsync("CONT", gate.Azurite.ProcessId);
        return [.. before, .. await Chaos.UploadAsync(gate, (Uploads / 2)..Uploads)];
    }

    /// <summary>Only the app's requests for blobs are late: its queues and tables are the engine's.</summary>
    private static Fault Slow()
    {
        SlowLink? link = null;
        return new("storage-slow", $"each request to storage is {Late.TotalMilliseconds:f0} ms late", UploadAsync)
        {
            PrepareAsync = gate =>
            {
                var port = gate.Azurite.BlobPort;
                link = new(port, Late);
                var slow = gate.Azurite.ConnectionString.Replace($":{port}/", $":{link.Port}/", StringComparison.Ordinal);
                foreach (var account in (string[])["IntakeStorage", "PublishStorage", "AuditStorage"])
                {
                    gate.App.Settings[account] = slow;
                }

                return Task.CompletedTask;
            },
            EndAsync = () =>
            {
                link?.Dispose();
                return Task.CompletedTask;
            },
        };
    }

    private static async Task<IReadOnlyList<string>> ContainersAsync(RunningGate gate)
    {
        var caseIds = await UploadAsync(gate);
        await Task.Delay(Outage);
        await CreateAsync(gate, Containers.All);
        return caseIds;
    }

    private static async Task CreateAsync(RunningGate gate, IEnumerable<string> containers)
    {
        foreach (var name in containers)
        {
            await gate.Storage.Container(name).CreateIfNotExistsAsync();
        }
    }

    private static Fault FullDisk()
    {
        var folder = Path.Combine(Path.GetTempPath(), $"full-{Environment.ProcessId}");
        return new("disk-full", "the folder for temporary files is full", async gate =>
        {
            await Mounts.SmallDiskAsync(folder, kibibytes: 16);
            await FillAsync(Path.Combine(folder, "ballast"));
            return await UploadAsync(gate);
        })
        {
            PrepareAsync = gate =>
            {
                gate.App.Settings["TMPDIR"] = Directory.CreateDirectory(folder).FullName;
                return Task.CompletedTask;
            },
            EndAsync = () => Mounts.UnmountAsync(folder),
        };
    }

    private static async Task FillAsync(string path)
    {
        await using var ballast = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        try
        {
            while (true)
            {
                await ballast.WriteAsync(new byte[1024]);
            }
        }
        catch (IOException)
        {
            // Full.
        }
    }

    /// <summary>A video that cannot be decoded is held, whatever the reason.</summary>
    private static Fault Program(string name, string what, string program, string? script)
    {
        Func<Task>? restore = null;
        return new(name, what, async gate =>
        {
            restore = await Mounts.ReplaceAsync(program, script);
            return await Chaos.UploadAsync(gate, 0..SlowUploads);
        })
        {
            IsBlind = true,
            EndAsync = () => restore?.Invoke() ?? Task.CompletedTask,
        };
    }
}
