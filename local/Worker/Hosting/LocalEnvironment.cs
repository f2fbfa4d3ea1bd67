using System.Reflection;

namespace Local.Worker.Hosting;

/// <summary>What the runtime takes from the process it runs in; tests pass another.</summary>
/// <param name="Functions">The assembly the app is named after.</param>
/// <param name="Types">The types whose <c>[Function]</c> methods are run.</param>
/// <param name="BinaryDirectory">Where <c>host.json</c> lies.</param>
/// <param name="WorkingDirectory">Where <c>local.settings.json</c> is looked for first, and <c>.local</c> keeps the state.</param>
internal sealed record LocalEnvironment(
    Assembly Functions, IReadOnlyList<Type> Types, string BinaryDirectory, string WorkingDirectory, string[] Args)
{
    public string StateDirectory { get; } = Path.Combine(WorkingDirectory, ".local");

    public static LocalEnvironment OfProcess(string[] args)
    {
        var assembly = Assembly.GetEntryAssembly() ?? throw new InvalidOperationException("The process has no entry assembly to find functions in.");
        return new LocalEnvironment(assembly, assembly.GetTypes(), AppContext.BaseDirectory, Directory.GetCurrentDirectory(), args);
    }
}
