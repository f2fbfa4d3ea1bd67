using System.Diagnostics;
using System.Text.RegularExpressions;
using VideoGate.Access;
using VideoGate.Testing;
using VideoGate.Testing.App;

namespace VideoGate.Tests.Api;

/// <summary>The calls that the README shows do what it says.</summary>
[Collection<ApiTests>]
[Trait("Needs", "services")]
public sealed partial class ReadmeCallsTests(ApiFixture api)
{
    [Fact]
    public async Task Readme_ThreeCalls_PublishAVideoAndPlayIt()
    {
        Assert.SkipUnless(IsInstalled("jq"), "jq is not installed.");

        // Arrange
        var calls = Calls().Match(await File.ReadAllTextAsync(Path.Combine(Repository.Root, "README.md"))).Groups[1].Value;
        var folder = Directory.CreateTempSubdirectory("readme-");
        await File.WriteAllBytesAsync(Path.Combine(folder.FullName, "clip.mp4"), Videos.Clean.ToArray());
        // An app that has started may answer 503 while the machine is under load.
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, ".curlrc"), "retry = 5\n");

        // Act
        var address = await RunAsync(calls, folder);

        // Assert
        Assert.Equal(3, calls.Split("curl ").Length - 1);
        using var http = new HttpClient();
        Assert.Equal(Videos.Clean.ToArray(), await http.GetByteArrayAsync(new Uri(address.Trim().Trim('"'))));
        folder.Delete(recursive: true);
    }

    private async Task<string> RunAsync(string calls, DirectoryInfo folder)
    {
        using var shell = Process.Start(new ProcessStartInfo("bash", ["-euo", "pipefail", "-c", calls])
        {
            WorkingDirectory = folder.FullName,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["CURL_HOME"] = folder.FullName,
                ["HOST"] = api.Gate.App.Address.GetLeftPart(UriPartial.Authority),
                ["TOKEN"] = api.Token("readme", Roles.Uploader),
            },
        })!;
        var errors = shell.StandardError.ReadToEndAsync();
        var output = await shell.StandardOutput.ReadToEndAsync();
        await shell.WaitForExitAsync();
        Assert.True(shell.ExitCode == 0, await errors);
        return output;
    }

    private static bool IsInstalled(string program) =>
        Environment.GetEnvironmentVariable("PATH")!.Split(':').Any(folder => File.Exists(Path.Combine(folder, program)));

    [GeneratedRegex("Three calls publish.*\n\n((?:    .*\n)+)")]
    private static partial Regex Calls();
}
