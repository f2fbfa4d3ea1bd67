using System.Reflection;

namespace Local.Worker.Hosting;

/// <summary>What the runtime takes from the process it runs in; tests pass another.</summary>
/// <param name="Functions">The assembly whose <c>[Function]</c> methods are run.</param>
/// <param name="BinaryDirectory">Where <c>host.json</c> lies.</param>
/// <param name="WorkingDirectory">Where the search for <c>local.settings.json</c> starts.</param>
internal sealed record LocalEnvironment(Assembly Functions, string BinaryDirectory, string WorkingDirectory, string[] Args)
{
    public static LocalEnvironment OfProcess(string[] args) => new(
        Assembly.GetEntryAssembly() ?? throw new InvalidOperationException("The process has no entry assembly to find functions in."),
        AppContext.BaseDirectory,
        Directory.GetCurrentDirectory(),
        args);
}
