using System.Runtime.Versioning;
using System.Text;
using AiLabels.Pixels.Programs;

namespace AiLabels.Pixels.Tests.Programs;

[SupportedOSPlatform("linux")]
public sealed class ContainedProgramTests
{
    private static readonly ProgramLimits Limits = new();

    [Fact]
    public async Task RunAsync_Input_ComesBackAsOutput()
    {
        // Arrange
        var text = new string('x', 300_000);

        // Act
        var (result, output) = await new ContainedProgram("cat", Limits).RunAsync([], Encoding.UTF8.GetBytes(text));

        // Assert
        Assert.True(result.Succeeded, result.Errors);
        Assert.Equal(text, Encoding.UTF8.GetString(output));
    }

    [Fact]
    public async Task RunAsync_InputThatNobodyReads_IsNoError()
    {
        var (result, _) = await new ContainedProgram("true", Limits).RunAsync([], new byte[1 << 20]);

        Assert.True(result.Succeeded);
    }

    [Fact]
    public async Task RunAsync_Failure_KeepsTheEndOfTheErrors()
    {
        var (result, _) = await Shell("i=0; while [ $i -lt 2000 ]; do echo line $i >&2; i=$((i+1)); done; exit 3");

        Assert.Equal((ProgramEnding.Exited, 3), (result.Ending, result.ExitCode));
        Assert.EndsWith("line 1999", result.Errors, StringComparison.Ordinal);
        Assert.InRange(result.Errors.Length, 1000, 4096);
    }

    [Fact]
    public async Task RunAsync_Environment_IsNotOurs()
    {
        Environment.SetEnvironmentVariable("AILABELS_TEST_SECRET", "key");

        var (_, output) =
            await new ContainedProgram("env", Limits) { Environment = new Dictionary<string, string> { ["OMP_THREAD_LIMIT"] = "1" } }
                .RunAsync([]);

        var names = Encoding.UTF8.GetString(output).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('=')[0]);
        // Bubblewrap tells the program where it is.
        Assert.Equal(["LANG", "OMP_THREAD_LIMIT", "PATH"], names.Except(["PWD"]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task RunAsync_AsRoot_IsAnotherUser()
    {
        var (_, output) = await Shell("id -u");

        Assert.NotEqual("0", Encoding.UTF8.GetString(output).Trim());
    }

    [Fact]
    public async Task RunAsync_WritesAFile_IsKilledByTheFileSizeLimit()
    {
        // Arrange
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        await File.WriteAllBytesAsync(path, []);
        File.SetUnixFileMode(path, (UnixFileMode)0b110_110_110);

        // Act
        var (result, _) = await Shell($"echo text > {path}");

        // Assert
        Assert.False(result.Succeeded);
        Assert.Equal(0, new FileInfo(path).Length);
        File.Delete(path);
    }

    [Fact]
    public async Task RunAsync_LongerThanAllowed_IsKilled()
    {
        var (result, _) = await Shell("sleep 100", Limits with { Time = TimeSpan.FromMilliseconds(200) });

        Assert.Equal((ProgramEnding.TimeLimit, "limit.time"), (result.Ending, result.Limit));
    }

    [Fact]
    public async Task RunAsync_MoreCpuThanAllowed_IsKilled()
    {
        var (result, _) = await Shell("while :; do :; done", Limits with { CpuTime = TimeSpan.FromSeconds(1) });

        Assert.Equal("limit.cpu", result.Limit);
    }

    [Fact]
    public async Task RunAsync_MoreOutputThanAllowed_IsCutAndKilled()
    {
        var (result, output) = await new ContainedProgram("yes", Limits with { Output = 100_000 }).RunAsync([]);

        Assert.Equal("limit.output", result.Limit);
        Assert.Equal(100_000, output.Length);
    }

    [Fact]
    public async Task RunAsync_MoreMemoryThanAllowed_Fails()
    {
        var (result, _) = await new ContainedProgram("head", Limits with { Memory = 64 << 20 }).RunAsync(["-c", "-1G", "/dev/zero"]);

        Assert.False(result.Succeeded);
    }

    [Fact]
    public async Task RunAsync_KilledByASignal_SaysSo()
    {
        var (result, _) = await Shell("kill -SEGV $$");

        Assert.Equal((ProgramEnding.Killed, 128 + 11, null), (result.Ending, result.ExitCode, result.Limit));
    }

    [Fact]
    public async Task RunAsync_Cancelled_ThrowsAndLeavesNoProcess()
    {
        // Arrange
        var seen = new SeenProcess();
        using var cancellation = new CancellationTokenSource();
        var program = await new ContainedProgram("sh", Limits)
            .StartAsync(["-c", $"echo up; exec {seen.Sleep}"], cancellationToken: cancellation.Token);
        await program.Output.ReadExactlyAsync(new byte[3], CancellationToken.None);

        // Act
        await cancellation.CancelAsync();

        // Assert
        await Assert.ThrowsAsync<OperationCanceledException>(program.WaitAsync);
        await program.DisposeAsync();
        Assert.Null(seen.Status());
    }

    [Fact]
    public async Task DisposeAsync_BeforeTheEnd_KillsTheProgramAndItsChildren()
    {
        var seen = new SeenProcess();
        var program = await new ContainedProgram("sh", Limits).StartAsync(["-c", $"{seen.Sleep} & echo up; wait"]);
        await program.Output.ReadExactlyAsync(new byte[3]);

        await program.DisposeAsync();

        for (var waited = 0; seen.Status() is not null && waited < 100; waited++)
        {
            // The kernel ends a namespace after its first process.
            await Task.Delay(20);
        }

        Assert.Null(seen.Status());
    }

    [Fact]
    public async Task RunAsync_ChildThatKeepsTheOutputOpen_IsNotWaitedFor()
    {
        var (result, _) = await Shell("setsid sleep 20 & exit 0", Limits with { Time = TimeSpan.FromSeconds(5) });

        // A process namespace ends with its first process, and the pipe with it.
        Assert.Equal((await Containment.GetAsync()).HasNamespaces ? null : "limit.time", result.Limit);
    }

    [Fact]
    public async Task StartAsync_ProgramNotInstalled_NamesIt()
    {
        var missing = await Assert.ThrowsAsync<FileNotFoundException>(() => new ContainedProgram("no-such-program", Limits).StartAsync([]));

        Assert.Contains("no-such-program is not installed", missing.Message, StringComparison.Ordinal);
    }

    private static Task<(ProgramResult Result, byte[] Output)> Shell(string script, ProgramLimits? limits = null) =>
        new ContainedProgram("sh", limits ?? Limits).RunAsync(["-c", script]);
}
