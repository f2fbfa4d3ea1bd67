using System.Diagnostics;

namespace AiLabels.Pixels.Programs;

/// <summary>
/// A program for untrusted data, such as a decoder: started with few privileges, limited, and never outliving this process.
/// </summary>
/// <remarks>
/// Linux only; <c>setpriv</c> and <c>prlimit</c> of util-linux prepare each run and exec the program, so that there is one process to kill.
/// It gets its own environment, cannot gain privileges, cannot write files and, if this process is root, runs as user <c>nobody</c> without
/// any capability: such a program can read neither the memory nor the environment of this process.
/// </remarks>
/// <param name="name">Name of the program on the PATH.</param>
public sealed class ContainedProgram(string name, ProgramLimits limits)
{
    private const string Nobody = "65534";

    /// <summary>Returns true if a program is installed; <c>setpriv</c> and <c>prlimit</c> are required too.</summary>
    public static bool IsInstalled(string name) => ProgramPath.IsThere(name);

    /// <summary>Environment of the program besides PATH and LANG; it inherits nothing.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <param name="input">Its standard input.</param>
    /// <param name="cancellationToken">Kills it.</param>
    /// <exception cref="FileNotFoundException">The program, or one that contains it, is not installed.</exception>
    public async Task<RunningProgram> StartAsync(
        IEnumerable<string> arguments, ReadOnlyMemory<byte> input = default, CancellationToken cancellationToken = default)
    {
        var info = new ProcessStartInfo(ProgramPath.Find("setpriv"), [.. Containment(), ProgramPath.Find(name), .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = "/",
        };
        info.Environment.Clear();
        info.Environment["PATH"] = ProgramPath.Folders;
        info.Environment["LANG"] = "C.UTF-8";
        foreach (var (key, value) in Environment)
        {
            info.Environment[key] = value;
        }

        return new(await ProgramStarter.StartAsync(info), limits, input, cancellationToken);
    }

    /// <summary>Runs to the end and returns all output.</summary>
    /// <inheritdoc cref="StartAsync" path="/param|/exception"/>
    public async Task<(ProgramResult Result, byte[] Output)> RunAsync(
        IEnumerable<string> arguments, ReadOnlyMemory<byte> input = default, CancellationToken cancellationToken = default)
    {
        await using var program = await StartAsync(arguments, input, cancellationToken);
        using var output = new MemoryStream();
        await program.Output.CopyToAsync(output, cancellationToken);
        return (await program.WaitAsync(), output.ToArray());
    }

    private IEnumerable<string> Containment()
    {
        if (System.Environment.IsPrivilegedProcess)
        {
            foreach (var argument in (string[])["--reuid", Nobody, "--regid", Nobody, "--clear-groups", "--bounding-set=-all",
                "--inh-caps=-all"])
            {
                yield return argument;
            }
        }

        yield return "--no-new-privs";
        yield return "--pdeathsig";
        yield return "KILL";
        yield return ProgramPath.Find("prlimit");
        yield return $"--as={limits.Memory}";
        yield return $"--cpu={(long)Math.Ceiling(limits.CpuTime.TotalSeconds)}";
        yield return $"--nofile={limits.OpenFiles}";
        yield return "--fsize=0";
        yield return "--core=0";
    }
}
