using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace AiLabels.Tests.Peers;

/// <summary>c2pa-rs in its bindings to Node and to WebAssembly, which <c>test.sh</c> installs into .local/tools.</summary>
internal static class C2paRs
{
    private const string Library = ".local/tools/node_modules/@contentauth/c2pa-node/dist/index.node";
    private const string NewerLibrary = ".local/tools/node_modules/@contentauth/c2pa-wasm/package.json";
    private const string Driver = "tests/AiLabels.Tests/Peers/c2pa.mjs";

    private static readonly JsonSerializerOptions Options =
        new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    private static readonly string? Root = FindRoot();

    /// <summary>Reason why it cannot run here, or null.</summary>
    public static string? Missing =>
        Root is not null && File.Exists(Path.Combine(Root, Library)) && File.Exists(Path.Combine(Root, NewerLibrary))
            ? null
            : "c2pa-rs is not here: npm could not install @contentauth/c2pa-node and c2pa-wasm into .local/tools.";

    /// <summary>The command that processes jobs from its standard input, as <c>c2pa.mjs</c> describes.</summary>
    public static ProcessStartInfo Command => new("node", [Path.Combine(Root!, Driver), Path.Combine(Root!, ".local/tools")])
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
    };

    public static object Read(string path, string? anchors = null) => new { read = path, settings = Settings(anchors) };

    /// <summary>Reads with c2pa-wasm, whose c2pa-rs is newer by a year; the whole file is in its memory.</summary>
    public static object ReadNewer(string path, string anchors) => new { readNewer = path, settings = Settings(anchors) };

    public static object Sign(
        string input, string output, C2paSigner signer, object manifest, object? intent = null, params object[] ingredients) => new
        {
            sign = new
            {
                input,
                output,
                manifest,
                intent,
                ingredients,
                algorithm = signer.Algorithm,
                certificates = signer.Certificates,
                key = signer.Key
            },
            settings = Settings(anchors: null),
        };

    /// <summary>Skips a test where it cannot run.</summary>
    /// <returns>One answer per job, in order.</returns>
    public static async Task<IReadOnlyList<C2paAnswer>> AskAsync(params IEnumerable<object> jobs)
    {
        if (Missing is { } reason)
        {
            Assert.Skip(reason);
        }

        using var node = Process.Start(Command)!;
        await node.StandardInput.WriteAsync(JsonSerializer.Serialize(jobs, Options));
        node.StandardInput.Close();
        var answers = await node.StandardOutput.ReadToEndAsync();
        await node.WaitForExitAsync();
        return node.ExitCode == 0
            ? JsonSerializer.Deserialize<C2paAnswer[]>(answers, Options)!
            : throw new InvalidOperationException($"c2pa-rs ended with {node.ExitCode}.");
    }

    /// <summary>It never uses the network; anchors are PEM, for signers and time-stamping authorities alike.</summary>
    private static object Settings(string? anchors) => new
    {
        trust = anchors is null ? null : new { trust_anchors = anchors },
        verify = new { verify_after_sign = false, remote_manifest_fetch = false, ocsp_fetch = false },
    };

    private static string? FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, Driver)))
            {
                return folder.FullName;
            }
        }

        return null;
    }
}
