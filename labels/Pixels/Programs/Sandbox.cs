using System.Diagnostics;
using System.Net.Sockets;
using AiLabels.Pixels.Programs.Kernel;

namespace AiLabels.Pixels.Programs;

/// <summary>Starts a program with everything that a <see cref="Containment"/> has.</summary>
/// <remarks><c>setpriv</c>, bubblewrap and <c>prlimit</c>: each of them prepares the process and executes the next.</remarks>
internal sealed class Sandbox(Containment containment, ProgramLimits limits)
{
    public const string Program = "bwrap";

    /// <summary>Users that no distribution assigns (systemd's table of user ids): each run has its own, so no two interfere.</summary>
    private const uint FirstUser = 60706;
    private const uint Users = 478;

    private static uint _runs;

    /// <param name="connected">Receives our end of each connection that the program opens; null if it may open none.</param>
    public async Task<RunningProgram> StartAsync(
        string path, IEnumerable<string> arguments, IReadOnlyDictionary<string, string> environment, Action<Socket>? connected,
        ReadOnlyMemory<byte> input, CancellationToken cancellation)
    {
        var internet = connected is not null;
        var denials = containment.HasFilter ? SystemCallFilter.Denials(SystemCalls.Here!, internet) : null;
        var start = new ProgramStart
        {
            // Bubblewrap itself mounts and unshares: it applies the filter last.
            ThreadFilter = containment.HasNamespaces ? null : denials,
            InheritedFilter = containment.HasNamespaces ? denials : null,
            Connected = containment.GrantsSockets ? connected : null,
            Info = filter => Info(
                [.. Privileges(), .. containment.HasNamespaces ? Namespaces(internet, filter) : [], .. Limits(), path, .. arguments],
                environment),
        };
        return new(await ProgramStarter.StartAsync(start), limits, input, cancellation);
    }

    private static ProcessStartInfo Info(string[] command, IReadOnlyDictionary<string, string> environment)
    {
        var info = new ProcessStartInfo(command[0], command[1..])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = "/",
        };
        info.Environment.Clear();
        info.Environment["PATH"] = ProgramPath.Folders;
        info.Environment["LANG"] = "C.UTF-8";
        foreach (var (key, value) in environment)
        {
            info.Environment[key] = value;
        }

        return info;
    }

    private static IEnumerable<string> Privileges()
    {
        yield return ProgramPath.Find("setpriv");
        if (Environment.IsPrivilegedProcess)
        {
            var user = $"{FirstUser + (Interlocked.Increment(ref _runs) % Users)}";
            foreach (var argument in (string[])["--reuid", user, "--regid", user, "--clear-groups", "--bounding-set=-all",
                "--inh-caps=-all"])
            {
                yield return argument;
            }
        }

        yield return "--no-new-privs";
        yield return "--pdeathsig";
        yield return "KILL";
    }

    /// <summary>
    /// The programs and libraries of the distribution, read-only, and nothing else: no <c>/proc</c>, no home, no folder of this process.
    /// </summary>
    private IEnumerable<string> Namespaces(bool internet, int? filter) =>
    [
        ProgramPath.Find(Program), "--unshare-user", "--unshare-pid", "--unshare-ipc", "--unshare-uts", "--unshare-cgroup-try",
        .. internet && !containment.GrantsSockets ? [] : (string[])["--unshare-net"],
        "--die-with-parent", "--new-session", "--ro-bind", "/usr", "/usr", .. TopFolders(),
        "--ro-bind-try", "/etc/ld.so.cache", "/etc/ld.so.cache", "--ro-bind-try", "/etc/alternatives", "/etc/alternatives",
        "--dev-bind", "/dev/null", "/dev/null", "--dev-bind", "/dev/zero", "/dev/zero", "--chdir", "/", "--remount-ro", "/",
        .. filter is { } descriptor ? (string[])["--seccomp", $"{descriptor}"] : [],
    ];

    /// <summary>Folders beside <c>/usr</c>: links into it on merged systems.</summary>
    private static IEnumerable<string> TopFolders() =>
        from folder in (string[])["/bin", "/lib", "/lib64"]
        let information = new DirectoryInfo(folder)
        where information.Exists
        from argument in information.LinkTarget is { } target ? (string[])["--symlink", target, folder] : ["--ro-bind", folder, folder]
        select argument;

    private IEnumerable<string> Limits() =>
    [
        ProgramPath.Find("prlimit"), $"--as={limits.Memory}", $"--cpu={(long)Math.Ceiling(limits.CpuTime.TotalSeconds)}",
        $"--nofile={limits.OpenFiles}", "--fsize=0", "--core=0",
        // Without its own user or namespace, the processes of the app would count.
        .. containment.HasNamespaces || Environment.IsPrivilegedProcess ? (string[])[$"--nproc={limits.Processes}"] : [],
    ];
}
