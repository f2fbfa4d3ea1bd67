using System.Diagnostics;
using System.Text.Json;
using VideoGate.Testing;

namespace VideoGate.Infra.Tests.Scripts;

/// <summary>
/// Runs a copy of the scripts in <c>infra/</c> with fake programs (<c>tests/infra/fake</c>), which compile what is deployed with the real
/// compiler and keep what would be in Azure.
/// </summary>
internal sealed class FakeCloud : IDisposable
{
    // What the compiler predicts for the same settings is computed once for all tests.
    private static readonly string Cache = Directory.CreateTempSubdirectory("predicted-").FullName;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cloud-");
    private readonly InfraCopy _copy = new();

    /// <summary>Every call so far, unchanged.</summary>
    public IReadOnlyList<string> Calls => File.Exists(PathOf("calls")) ? File.ReadAllLines(PathOf("calls")) : [];

    /// <summary>The calls that change something, in short form.</summary>
    public IReadOnlyList<string> Changes => [.. Calls.Select(Change).OfType<string>()];

    /// <summary>Additional environment variables of the script.</summary>
    public Dictionary<string, string> Environment { get; } = new()
    {
        ["GATE_IDENTITY_AUTHORITY"] = "https://login.example/tenant/v2.0",
        ["GATE_IDENTITY_AUDIENCE"] = "an-application",
        ["GATE_PATIENCE"] = "5",
    };

    /// <summary>What is in Azure; see <c>arm.cjs</c>.</summary>
    public JsonElement State => JsonDocument.Parse(File.ReadAllText(PathOf("cloud.json"))).RootElement;

    public IEnumerable<string> Groups => State.GetProperty("groups").EnumerateObject().Select(group => group.Name);

    public bool LeftAVideoBehind => File.Exists(PathOf("video-left-behind"));

    public string PathOf(string file) => Path.Combine(_folder.FullName, file);

    public void Forget() => File.Delete(PathOf("calls"));

    /// <param name="script">In <c>infra/</c>.</param>
    /// <param name="refuse">Part of the call that fails; null for none.</param>
    public Task<(int ExitCode, string Output)> RunAsync(string script, string? refuse, params string[] arguments) =>
        RunAsync(script, refuse, input: "", arguments);

    /// <param name="script">In <c>infra/</c>.</param>
    /// <param name="refuse">Part of the call that fails; null for none.</param>
    /// <param name="input">What is typed.</param>
    public async Task<(int ExitCode, string Output)> RunAsync(string script, string? refuse, string input, string[] arguments)
    {
        var start = new ProcessStartInfo("bash", [_copy.PathOf(Path.Combine("infra", script)), .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PATH"] = $"{Path.Combine(Repository.Root, "tests/infra/fake")}:{start.Environment["PATH"]}";
        start.Environment["FAKE"] = _folder.FullName;
        start.Environment["FAKE_CACHE"] = Cache;
        start.Environment["FAKE_REFUSES"] = refuse ?? "";
        foreach (var (name, value) in Environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync() + await errors;
        await process.WaitForExitAsync();
        return (process.ExitCode, output);
    }

    public void Dispose()
    {
        _folder.Delete(recursive: true);
        _copy.Dispose();
    }

    private static string? Change(string call) => call switch
    {
        _ when call.StartsWith("az deployment sub create", StringComparison.Ordinal) =>
            call.EndsWith("foundation.bicepparam", StringComparison.Ordinal) ? "deploy foundation" : "deploy",
        _ when call.StartsWith("az acr build", StringComparison.Ordinal) => "build",
        _ when call.StartsWith("az acr import", StringComparison.Ordinal) => "import",
        _ when call.StartsWith("az deployment group create --name events", StringComparison.Ordinal) => "send events",
        _ when call.StartsWith("az deployment group create --name secret-", StringComparison.Ordinal) => "write secret",
        _ when call.StartsWith("az containerapp revision restart", StringComparison.Ordinal) => "restart",
        _ when call.StartsWith("az keyvault recover", StringComparison.Ordinal) => "recover vault",
        _ when call.StartsWith("az keyvault purge", StringComparison.Ordinal) => "purge vault",
        _ when call.StartsWith("az storage container immutability-policy lock", StringComparison.Ordinal) => "lock",
        _ when call.Contains("--upload-file", StringComparison.Ordinal) => "upload",
        _ when call.StartsWith("az lock delete", StringComparison.Ordinal) => "unlock",
        _ when call.StartsWith("az group delete", StringComparison.Ordinal) => "delete group",
        _ when call.StartsWith("az cognitiveservices account purge", StringComparison.Ordinal) => "purge",
        _ when call.StartsWith("az role definition delete", StringComparison.Ordinal) => "delete role",
        _ when call.StartsWith("az deployment sub delete", StringComparison.Ordinal) => "forget deployment",
        _ => null,
    };
}
