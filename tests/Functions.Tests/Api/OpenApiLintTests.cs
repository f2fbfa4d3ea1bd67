using System.Diagnostics;
using VideoGate.Testing;

namespace VideoGate.Tests.Api;

/// <summary>A linter of the field finds nothing to say about <c>openapi.yaml</c>.</summary>
[Trait("Needs", "services")]
public sealed class OpenApiLintTests
{
    private const string Linter = ".local/tools/node_modules/@redocly/cli/bin/cli.js";

    [Fact]
    public async Task Document_PassesTheLinter()
    {
        // Arrange
        Assert.SkipUnless(Repository.Find(Linter) is not null, "@redocly/cli is not installed: run ./test.sh.");
        var start = new ProcessStartInfo("node")
        {
            ArgumentList =
            {
                Repository.Find(Linter)!, "lint", Repository.Find("functions/openapi.yaml")!, "--format=stylish",
                $"--config={Repository.Find("tests/Functions.Tests/Api/redocly.yaml")}",
            },
            Environment = { ["REDOCLY_TELEMETRY"] = "off", ["REDOCLY_SUPPRESS_UPDATE_NOTICE"] = "true" },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // Act
        using var linter = Process.Start(start)!;
        var output = await Task.WhenAll(linter.StandardOutput.ReadToEndAsync(), linter.StandardError.ReadToEndAsync());
        await linter.WaitForExitAsync();

        // Assert
        Assert.True(linter.ExitCode == 0, string.Concat(output));
    }
}
