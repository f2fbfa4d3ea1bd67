using System.Diagnostics;
using VideoGate.Testing;

namespace VideoGate.Infra.Tests.Scripts;

/// <summary>Runs the scripts in <c>infra/</c> with fake programs that record their calls (<c>tests/infra/fake</c>).</summary>
internal sealed class FakeCloud : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cloud-");

    /// <summary>Every call so far, unchanged.</summary>
    public IReadOnlyList<string> Calls => File.Exists(PathOf("calls")) ? File.ReadAllLines(PathOf("calls")) : [];

    /// <summary>The calls that change something, in short form.</summary>
    public IReadOnlyList<string> Changes => [.. Calls.Select(Change).OfType<string>()];

    /// <summary>Additional environment variables of the script.</summary>
    public Dictionary<string, string> Environment { get; } =
        new() { ["GATE_IDENTITY_AUTHORITY"] = "https://login.example/tenant/v2.0", ["GATE_IDENTITY_AUDIENCE"] = "an-application" };

    public string PathOf(string file) => Path.Combine(_folder.FullName, file);

    public void Forget() => File.Delete(PathOf("calls"));

    /// <param name="script">In <c>infra/</c>.</param>
    /// <param name="refuse">Part of the call that fails; null for none.</param>
    public async Task<(int ExitCode, string Output)> RunAsync(string script, string? refuse, params string[] arguments)
    {
        var start = new ProcessStartInfo("bash", [Path.Combine(Repository.Root, "infra", script), .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PATH"] = $"{Path.Combine(Repository.Root, "tests/infra/fake")}:{start.Environment["PATH"]}";
        start.Environment["FAKE"] = _folder.FullName;
        start.Environment["FAKE_REFUSES"] = refuse ?? "";
        foreach (var (name, value) in Environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync() + await errors;
        await process.WaitForExitAsync();
        return (process.ExitCode, output);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static string? Change(string call) => call switch
    {
        _ when call.StartsWith("az deployment sub create", StringComparison.Ordinal) =>
            call.Contains("image=gatedev", StringComparison.Ordinal) ? "deploy app" : "deploy all but app",
        _ when call.StartsWith("az acr login", StringComparison.Ordinal) => "sign in to registry",
        _ when call.StartsWith("docker build", StringComparison.Ordinal) => "build",
        _ when call.StartsWith("docker push", StringComparison.Ordinal) => "push",
        _ when call.StartsWith("az deployment group create", StringComparison.Ordinal) => "send events",
        _ when call.StartsWith("az storage container immutability-policy lock", StringComparison.Ordinal) => "lock",
        _ when call.Contains("--upload-file", StringComparison.Ordinal) => "upload",
        _ when call.StartsWith("az group delete", StringComparison.Ordinal) => "delete group",
        _ when call.StartsWith("az cognitiveservices account purge", StringComparison.Ordinal) => "purge",
        _ when call.StartsWith("az role definition delete", StringComparison.Ordinal) => "delete role",
        _ when call.StartsWith("az deployment sub delete", StringComparison.Ordinal) => "forget deployment",
        _ => null,
    };
}
