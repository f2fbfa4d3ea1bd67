namespace VideoGate.Local.Host.Tests;

public sealed class CommandLineTests
{
    [Fact]
    public void Parse_OnlyTheApp_TakesDefaults()
    {
        // Act
        var (options, error) = CommandLine.Parse(["--app", "app"]);

        // Assert
        Assert.Null(error);
        Assert.Equal(
            new CommandLine(Path.GetFullPath("app"), null, Path.GetFullPath(".local"), 7071, 7070, 0, RunsApp: true, ReportsBlobs: true,
                StartsWorker: true), options);
    }

    [Fact]
    public void Parse_Everything_TakesIt()
    {
        // Act
        var (options, _) =
            CommandLine.Parse(
                ["--services", "--app", "/app", "--settings", "/s", "--state", "/state", "--port", "1", "--services-port", "2",
                    "--rpc-port", "3"]);

        // Assert
        Assert.Equal(new CommandLine("/app", "/s", "/state", 1, 2, 3, RunsApp: false, ReportsBlobs: true, StartsWorker: true), options);
    }

    [Theory]
    [InlineData(new[] { "--app", "app", "--no-worker" }, 7072)]
    [InlineData(new[] { "--app", "app", "--no-worker", "--rpc-port", "8000" }, 8000)]
    public void Parse_NoWorker_WaitsOnTheDebuggersPort(string[] args, int expected)
    {
        // Act
        var (options, _) = CommandLine.Parse(args);

        // Assert
        Assert.Equal((false, expected), (options!.StartsWorker, options.RpcPort));
    }

    [Theory]
    [InlineData("--app", new string[0])]
    [InlineData("--app", new[] { "--app" })]
    [InlineData("--state", new[] { "--app", "app", "--state" })]
    [InlineData("--unknown", new[] { "--app", "app", "--unknown", "x" })]
    [InlineData("--port", new[] { "--app", "app", "--port", "65536" })]
    [InlineData("--port", new[] { "--app", "app", "--port", "-1" })]
    [InlineData("--rpc-port", new[] { "--app", "app", "--rpc-port", "seven" })]
    public void Parse_Malformed_NamesTheOption(string option, string[] args)
    {
        // Act
        var (options, error) = CommandLine.Parse(args);

        // Assert
        Assert.Null(options);
        Assert.Contains(option, error, StringComparison.Ordinal);
    }
}
