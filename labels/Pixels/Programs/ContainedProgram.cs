using System.Net.Sockets;

namespace AiLabels.Pixels.Programs;

/// <summary>
/// A program for untrusted data, such as a decoder: started with few privileges, limited, and never outliving this process.
/// </summary>
/// <remarks>
/// Linux only. It gets its own environment, cannot gain privileges, write files or use the network and, if this process is root, runs as a
/// separate user without any capability. Where the machine allows it, it runs in its own namespaces, sees the programs and libraries of
/// the distribution and nothing else, and has few system calls: <see cref="Containment"/> says what is missing here.
/// </remarks>
/// <param name="name">Name of the program on the PATH.</param>
public sealed class ContainedProgram(string name, ProgramLimits limits)
{
    /// <summary>Returns true if a program is installed; <c>setpriv</c> and <c>prlimit</c> are required too.</summary>
    public static bool IsInstalled(string name) => ProgramPath.IsThere(name);

    /// <summary>Environment of the program besides PATH and LANG; it inherits nothing.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>Receives our end of each connection that the program opens, to whatever address; null if it can open none.</summary>
    internal Action<Socket>? Connected { get; init; }

    /// <param name="input">Its standard input.</param>
    /// <param name="cancellationToken">Kills it.</param>
    /// <exception cref="FileNotFoundException">The program, or one that contains it, is not installed.</exception>
    /// <exception cref="ContainmentException"><see cref="Containment.Require"/>: the containment is not full.</exception>
    public async Task<RunningProgram> StartAsync(
        IEnumerable<string> arguments, ReadOnlyMemory<byte> input = default, CancellationToken cancellationToken = default)
    {
        var path = ProgramPath.Find(name);
        var containment = await Containment.GetAsync();
        containment.Check();
        return await new Sandbox(containment, limits).StartAsync(path, arguments, Environment, Connected, input, cancellationToken);
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
}
