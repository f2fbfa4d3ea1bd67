using System.Diagnostics;
using System.Text.RegularExpressions;
using Serverless.Tests.Support;

namespace Serverless.Azure.Tests;

/// <summary>The function app compiled against Microsoft's packages, as the container image compiles it, beside the local build and apart from it.</summary>
internal sealed partial class AzureBuild
{
    // No feed but nuget.org holds these for sure; all others must be there.
    private static readonly string[] MayBeMissing = ["Azure.AI.ContentSafety", "Microsoft.Azure.Functions.Worker.Extensions.DurableTask.AzureManaged"];

    private static readonly Lazy<Task<AzureBuild>> LazyDone = new(BuildAsync);

    private AzureBuild(string folder, IReadOnlyList<string> missing) => (Folder, Missing) = (folder, missing);

    public static Task<AzureBuild> Done => LazyDone.Value;

    /// <summary>Holds <c>Functions.dll</c> and all that it needs.</summary>
    public string Folder { get; }

    /// <summary>Packages that the feed does not hold, built without.</summary>
    public IReadOnlyList<string> Missing { get; }

    /// <exception cref="InvalidOperationException">It does not compile; the message holds the errors.</exception>
    private static async Task<AzureBuild> BuildAsync()
    {
        var (exitCode, output) = await DotnetAsync("restore", []);
        string[] missing = [.. Unknown().Matches(output).Select(match => match.Groups[1].Value).Distinct().Order()];
        if (exitCode != 0 && (missing is [] || missing.Except(MayBeMissing).Any()))
        {
            throw new InvalidOperationException($"The packages of the function app cannot be restored.\n{output}");
        }

        (exitCode, output) = await DotnetAsync("build", missing);
        return exitCode == 0
            ? new(Path.Combine(Artifacts, "bin/Functions/debug"), missing)
            : throw new InvalidOperationException($"The function app does not compile against Microsoft's packages.\n{output}");
    }

    private static string Artifacts => Path.Combine(Repository.Root, ".local/azure-build");

    private static async Task<(int ExitCode, string Output)> DotnetAsync(string command, IReadOnlyList<string> missing)
    {
        List<string> arguments =
        [
            command, Path.Combine(Repository.Root, "functions/Functions.csproj"), "-p:FunctionsRuntime=Azure", "--artifacts-path", Artifacts, "--nologo", "--verbosity", "quiet",
        ];
        if (missing is not [])
        {
            // A semicolon would end the property on a command line.
            arguments.Add($"-p:MissingPackages={string.Join("%3B", missing)}");
            arguments.Add($"-p:CustomAfterMicrosoftCommonTargets={Path.Combine(AppContext.BaseDirectory, "MissingPackages.targets")}");
        }

        using var process = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output);
    }

    [GeneratedRegex(@"error NU1101: Unable to find package ([\w.]+?)\. ")]
    private static partial Regex Unknown();
}
