using AiLabels.Pixels.Programs.Kernel;

namespace AiLabels.Pixels.Programs;

/// <summary>How far this machine allows <see cref="ContainedProgram"/> to contain a program. Found out once, by trying.</summary>
public sealed class Containment
{
    private static readonly Lazy<Task<Containment>> Detected = new(DetectAsync);
    private static volatile bool _isRequired;

    internal Containment(IReadOnlyList<ContainmentGap> gaps) => Gaps = gaps;

    /// <summary>What is missing; empty if the containment is full.</summary>
    public IReadOnlyList<ContainmentGap> Gaps { get; }

    public bool IsFull => Gaps is [];

    /// <summary>Programs get their own user, mount, network, process, IPC and host name namespaces.</summary>
    internal bool HasNamespaces { get; init; }

    /// <summary>System calls that no decoder needs are refused.</summary>
    internal bool HasFilter { get; init; }

    /// <summary>Programs reach this process over inherited descriptors; otherwise over the loopback interface.</summary>
    internal bool GrantsSockets { get; init; }

    /// <summary>Whether <see cref="Require"/> was called.</summary>
    public static bool IsRequired => _isRequired;

    /// <summary>Gets the containment on this machine; the first call starts a program to find out.</summary>
    public static Task<Containment> GetAsync() => Detected.Value;

    /// <summary>From now on no program starts in this process unless the containment is full.</summary>
    public static void Require() => _isRequired = true;

    /// <exception cref="ContainmentException">Full containment is required and not there.</exception>
    internal void Check() => Check(_isRequired);

    internal void Check(bool isRequired)
    {
        if (isRequired && !IsFull)
        {
            var missing = string.Join(' ', Gaps.Select(static gap => $"{gap.Detail} {gap.Remedy}"));
            throw new ContainmentException($"Decoders must be fully contained, but are not: {missing}");
        }
    }

    private static async Task<Containment> DetectAsync()
    {
        var (hasFilter, grants) = await Task.Factory.StartNew(
            TryFilters, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        var refusal = await TryNamespacesAsync(hasFilter);
        return new([.. GapsOf(refusal, hasFilter, grants, Environment.IsPrivilegedProcess)])
        {
            HasNamespaces = refusal is null,
            HasFilter = hasFilter,
            GrantsSockets = grants,
        };
    }

    internal static IEnumerable<ContainmentGap> GapsOf(string? refusal, bool hasFilter, bool grantsSockets, bool isRoot)
    {
        if (refusal is not null)
        {
            yield return new("namespaces", $"A decoder can see world-readable files and the processes of this machine: {refusal}",
                ProgramPath.IsThere(Sandbox.Program)
                    ? "Allow unprivileged user namespaces; in a container, unshare and mount too. Azure Container Apps does not."
                    : "Install it: apt-get install bubblewrap.");
        }

        if (!hasFilter)
        {
            yield return new("systemCalls", "A decoder can use every system call.",
                "Run on x64 or arm64 and let the platform allow seccomp filters.");
        }

        if (!grantsSockets)
        {
            yield return new("network", "A decoder can reach the network, because it reads videos over the loopback interface.",
                "Run on Linux 5.9 or later, and let the platform allow seccomp notifications.");
        }

        if (refusal is not null && !isRoot)
        {
            yield return new("user", "A decoder runs as the user of the app and can start any number of processes.",
                "Run the app as root, so that each decoder runs as its own user.");
        }
    }

    /// <summary>Tries on threads that end, because a filter stays for as long as its thread.</summary>
    private static (bool HasFilter, bool Grants) TryFilters()
    {
        if (SystemCalls.Here is not { } calls)
        {
            return (false, false);
        }

        var (denials, sockets) = (SystemCallFilter.Denials(calls, internet: true), SystemCallFilter.Sockets(calls));
        var (hasFilter, grants) = (false, false);
        Run(() => hasFilter = denials.Apply(listens: false) >= 0);
        Run(() =>
        {
            var listener = sockets.Apply(listens: true);
            grants = listener > 0 && SocketGrants.IsSupported(listener);
            _ = listener > 0 ? LibC.Close(listener) : 0;
        });
        return (hasFilter, grants);

        static void Run(Action attempt)
        {
            var thread = new Thread(() => attempt()) { IsBackground = true };
            thread.Start();
            thread.Join();
        }
    }

    /// <returns>Why programs cannot have their own namespaces, or null if they can.</returns>
    private static async Task<string?> TryNamespacesAsync(bool hasFilter)
    {
        if (!ProgramPath.IsThere(Sandbox.Program))
        {
            return "bubblewrap is not installed.";
        }

        var candidate = new Containment([]) { HasNamespaces = true, HasFilter = hasFilter };
        try
        {
            var limits = new ProgramLimits { Time = TimeSpan.FromSeconds(10) };
            await using var program = await new Sandbox(candidate, limits).StartAsync(
                ProgramPath.Find("true"), [], new Dictionary<string, string>(), connected: null, default, default);
            await program.Output.CopyToAsync(Stream.Null);
            var result = await program.WaitAsync();
            return result.Succeeded ? null : "the platform refuses namespaces.";
        }
        catch (IOException)
        {
            return "setpriv or prlimit is not installed.";
        }
    }
}
