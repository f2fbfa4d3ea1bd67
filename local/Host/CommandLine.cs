using System.Globalization;

namespace VideoGate.Local.Host;

/// <summary>The command line.</summary>
/// <param name="AppFolder">The built function app: <c>host.json</c>, <c>functions.metadata</c> and the worker's program.</param>
/// <param name="SettingsFile">A <c>local.settings.json</c>; environment variables override its values.</param>
/// <param name="StateFolder">Folder of the identity issuer's key.</param>
/// <param name="Port">Port of HTTP functions and webhooks.</param>
/// <param name="ServicesPort">Port of the replacements for Azure services: identity and Content Safety.</param>
/// <param name="RpcPort">Port that the worker connects to; 0 for any free port.</param>
/// <param name="RunsApp">
/// False to run only the services beside the app, for another host on <paramref name="Port"/> such as <c>func start</c>.
/// </param>
/// <param name="ReportsBlobs">Whether blob events are sent; otherwise every upload is one whose event was lost.</param>
/// <param name="StartsWorker">Whether this host starts the worker, or waits for one that a debugger starts.</param>
internal sealed record CommandLine(
    string AppFolder, string? SettingsFile, string StateFolder, int Port, int ServicesPort, int RpcPort, bool RunsApp, bool ReportsBlobs,
    bool StartsWorker)
{
    public const string Usage = """
        Host --app FOLDER              run the function app that was built into FOLDER
        Host --app FOLDER --services   only the services beside it: identity, Content Safety and blob events, for `func start`

          --settings FILE        local.settings.json; the environment overrides its values
          --state FOLDER         folder for the key of the development identity (.local)
          --port PORT            HTTP functions and webhooks (7071)
          --services-port PORT   identity and Content Safety (7070)
          --rpc-port PORT        where the worker connects (any free port; 7072 with --no-worker)
          --no-blob-events       report no blobs, as if every event were lost
          --no-worker            wait for a worker that a debugger starts
        """;

    private const int DebuggerRpcPort = 7072;

    public static (CommandLine? Options, string? Error) Parse(string[] args)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var index = 0; index < args.Length; index++)
        {
            var name = args[index];
            if (name is "--no-blob-events" or "--no-worker" or "--services")
            {
                values[name] = "";
            }
            else if (name is "--app" or "--settings" or "--state" or "--port" or "--services-port" or "--rpc-port"
                && index + 1 < args.Length)
            {
                values[name] = args[++index];
            }
            else
            {
                return (null, $"{name} is not an option, or lacks its value.");
            }
        }

        if (!values.ContainsKey("--app"))
        {
            return (null, "Specify the app's folder with --app.");
        }

        var startsWorker = !values.ContainsKey("--no-worker");
        (string Name, int Default)[] ports =
            [("--port", 7071), ("--services-port", 7070), ("--rpc-port", startsWorker ? 0 : DebuggerRpcPort)];
        foreach (var (name, _) in ports)
        {
            if (values.TryGetValue(name, out var text)
                && !ushort.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var _))
            {
                return (null, $"{name} must be a number from 0 to 65535, not {text}.");
            }
        }

        int Port(int index) =>
            values.TryGetValue(ports[index].Name, out var text) ? ushort.Parse(text, CultureInfo.InvariantCulture) : ports[index].Default;
        string? FullPath(string name) => values.TryGetValue(name, out var path) ? Path.GetFullPath(path) : null;
        return (new(
            FullPath("--app")!, FullPath("--settings"), FullPath("--state") ?? Path.GetFullPath(".local"), Port(0), Port(1), Port(2),
            !values.ContainsKey("--services"), !values.ContainsKey("--no-blob-events"), startsWorker), null);
    }
}
