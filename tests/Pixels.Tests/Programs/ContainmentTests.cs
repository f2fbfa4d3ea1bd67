using System.Net;
using System.Net.Sockets;
using System.Runtime.Versioning;
using System.Text;
using AiLabels.Pixels.Programs;

namespace AiLabels.Pixels.Tests.Programs;

/// <summary>Attacks from inside: what a decoder that a file has taken over would try.</summary>
[SupportedOSPlatform("linux")]
public sealed class ContainmentTests
{
    private const string Unreachable = "refused";

    [FullContainmentFact]
    public async Task Inside_PortOnLoopback_IsNotReached()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();

        var said = await SayAsync($"(exec 3<>/dev/tcp/127.0.0.1/{((IPEndPoint)listener.LocalEndpoint).Port}) 2>&1 && echo reached");

        Assert.DoesNotContain("reached", said, StringComparison.Ordinal);
        Assert.False(listener.Pending());
    }

    [FullContainmentFact]
    public async Task Inside_AnyAddressOfADecoder_ReachesOnlyItsFeed()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        List<Socket> connections = [];
        var program = new ContainedProgram("bash", new()) { Connected = connections.Add };

        var (result, output) = await program.RunAsync(
            ["-c", $"exec 3<>/dev/tcp/127.0.0.1/{port}; echo one >&3; exec 4<>/dev/tcp/169.254.169.254/80; echo end"]);

        Assert.Equal("end\n", Encoding.UTF8.GetString(output));
        Assert.True(result.Succeeded, result.Errors);
        Assert.False(listener.Pending());
        Assert.Equal(2, connections.Count);
        var sent = new byte[16];
        Assert.Equal("one\n", Encoding.UTF8.GetString(sent, 0, await connections[0].ReceiveAsync(sent)));
        connections.ForEach(connection => connection.Dispose());
    }

    [FullContainmentFact]
    public async Task Inside_ADecoderWithAFeed_CannotSendDatagrams()
    {
        var program = new ContainedProgram("bash", new()) { Connected = connection => connection.Dispose() };

        var (result, output) = await program.RunAsync(["-c", "(echo x >/dev/udp/127.0.0.1/53) 2>/dev/null && echo sent || echo refused"]);

        Assert.Equal(Unreachable, Encoding.UTF8.GetString(output).Trim());
        Assert.True(result.Succeeded, result.Errors);
    }

    [FullContainmentFact]
    public async Task Inside_UnixSocketsAndNetlink_AreRefused()
    {
        // AF_UNIX, AF_NETLINK, AF_INET6, AF_PACKET, AF_VSOCK.
        var said = await PerlAsync("for (1, 16, 10, 17, 40) { print socket(my $s, $_, 1, 0) ? 'open' : 'refused', ' ' }");

        Assert.Equal("refused refused refused refused refused", said);
    }

    [FullContainmentFact]
    public async Task Inside_FilesOfThisMachine_AreNotThere()
    {
        var secret = Path.Combine(AppContext.BaseDirectory, Path.GetRandomFileName());
        await File.WriteAllTextAsync(secret, "state");
        File.SetUnixFileMode(secret, (UnixFileMode)0b110_110_110);

        var said = await SayAsync(
            $"cat {secret} /proc/{Environment.ProcessId}/environ /proc/1/cmdline /proc/self/status /etc/passwd 2>&1; "
            + "ls / /etc /home /root /tmp 2>/dev/null");

        File.Delete(secret);
        Assert.Equal(5, said.Split('\n').Count(line => line.EndsWith("No such file or directory", StringComparison.Ordinal)));
        Assert.DoesNotContain("tmp", said.Split('\n'));
        Assert.DoesNotContain("home", said.Split('\n'));
    }

    [FullContainmentFact]
    public async Task Inside_Environment_HasNoSecret()
    {
        Environment.SetEnvironmentVariable("AILABELS_TEST_SECRET", "key");

        Assert.DoesNotContain("key", await SayAsync("env"), StringComparison.Ordinal);
    }

    [FullContainmentFact]
    public async Task Inside_Descriptors_AreTheThreeStandardOnes()
    {
        var said = await PerlAsync("for (3..63) { print \"$_ \" if open(my $f, '<&=', $_) }");

        Assert.Equal("", said);
    }

    [FullContainmentFact]
    public async Task Inside_MoreProcessesThanAllowed_AreRefused()
    {
        var program = new ContainedProgram("perl", new() { Processes = 16 });

        var (_, output) = await program.RunAsync(
            ["-e", "my $n = 0; for (1..100) { my $p = fork(); exit(sleep(2)) if defined $p && !$p; $n++ if $p } print $n"]);

        Assert.InRange(int.Parse(Encoding.UTF8.GetString(output), provider: null), 1, 16);
    }

    [FullContainmentFact]
    public async Task Inside_Writing_IsRefusedEverywhere()
    {
        var said = await SayAsync(
            "for f in /x /usr/x /etc/x /tmp/x /dev/x /usr/bin/sh; do (echo x >$f) 2>/dev/null && echo $f; done; "
            + "mkdir /usr/y /y 2>/dev/null && echo made");

        Assert.Equal("", said);
    }

    [FullContainmentFact]
    public async Task Inside_NamespacesMountsAndTracing_AreRefused()
    {
        // unshare(CLONE_NEWUSER), mount, ptrace(PTRACE_TRACEME), keyctl, bpf, io_uring_setup; x64 and arm64 differ.
        var numbers = System.Runtime.InteropServices.RuntimeInformation.ProcessArchitecture
            == System.Runtime.InteropServices.Architecture.X64 ? "272, 165, 101, 250, 321, 425" : "97, 40, 117, 219, 280, 425";

        var said = await PerlAsync(
            $"for ({numbers}) {{ $! = 0; my $r = syscall($_, $_ == 272 || $_ == 97 ? 0x10000000 : 0, 0, 0, 0, 0); "
            + "print $r < 0 ? $!+0 : 'done', ' ' }");

        Assert.Equal("1 1 1 1 1 1", said);
    }

    [FullContainmentFact]
    public async Task Outside_AContainedProgram_HasAUserNoCapabilitiesAndAFilter()
    {
        var seen = new SeenProcess();
        await using var program = await new ContainedProgram("sh", new()).StartAsync(["-c", $"echo up; exec {seen.Sleep}"]);
        await program.Output.ReadExactlyAsync(new byte[3]);
        IReadOnlyDictionary<string, string>? status;
        while ((status = seen.Status()) is null)
        {
            await Task.Delay(10);
        }

        Assert.Equal(("1", "2"), (status["NoNewPrivs"], status["Seccomp"]));
        Assert.Equal(("0000000000000000", "0000000000000000"), (status["CapEff"], status["CapPrm"]));
        Assert.Equal(2, status["NSpid"].Split('\t').Length);
        Assert.NotEqual("0", status["Uid"].Split('\t')[0]);
    }

    /// <summary>A platform without namespaces, such as Azure Container Apps.</summary>
    [FullContainmentFact]
    public async Task InsideWithoutNamespaces_NetworkOtherSocketsTracingAndProcesses_AreRefused()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        var script = $"(exec 3<>/dev/tcp/127.0.0.1/{port}) 2>/dev/null && echo reached; unshare --user true 2>/dev/null && echo unshared; "
            + $"cat /proc/{Environment.ProcessId}/environ 2>/dev/null && echo read; "
            + "perl -e 'print qq(unix) if socket(my $s, 1, 1, 0); my $n = 0; for (1..100) { my $p = fork(); exit(sleep(1)) if defined $p && !$p; $n++ if $p } print $n < 40 ? qq(few) : qq(many)'";

        var said = await RunWithoutNamespacesAsync(script, connected: null);

        // Only root can give each run a user of its own, whose processes the kernel counts.
        Assert.Equal(Environment.IsPrivilegedProcess ? "few" : "many", said);
        Assert.False(listener.Pending());
    }

    [FullContainmentFact]
    public async Task InsideWithoutNamespaces_ADecoder_ReachesOnlyItsFeed()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        List<Socket> connections = [];

        var said = await RunWithoutNamespacesAsync(
            $"exec 3<>/dev/tcp/127.0.0.1/{((IPEndPoint)listener.LocalEndpoint).Port}; echo one >&3; echo end", connections.Add);

        Assert.Equal("end", said);
        Assert.False(listener.Pending());
        Assert.Single(connections).Dispose();
    }

    [Fact]
    public async Task Start_ManyAtOnce_FiltersNoThreadOfOurs()
    {
        await Parallel.ForAsync(0, 40, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (_, cancellation) =>
            Assert.True((await new ContainedProgram("true", new()) { Connected = socket => socket.Dispose() }
                .RunAsync([], cancellationToken: cancellation)).Result.Succeeded));

        var filtered = Directory.EnumerateDirectories("/proc/self/task").Where(IsFiltered).Select(NameOf).Distinct();

        // The runtime compiles on threads of its own, which it may create anywhere, and which open nothing.
        Assert.Equal([], filtered.Where(name => name != ProgramStarter.ThreadName && !name.StartsWith(".NET Tiered", StringComparison.Ordinal)));

        static bool IsFiltered(string thread) => Lines(thread, "status").Contains("Seccomp:\t2");

        static string NameOf(string thread) => Lines(thread, "comm").FirstOrDefault("");

        static string[] Lines(string thread, string file)
        {
            try
            {
                return File.ReadAllLines($"{thread}/{file}");
            }
            catch (IOException)
            {
                // The thread ended while it was read.
                return [];
            }
        }
    }

    [Theory]
    [InlineData(null, true, true, false, "")]
    [InlineData("no", true, true, true, "namespaces")]
    [InlineData("no", true, true, false, "namespaces user")]
    [InlineData(null, false, false, true, "systemCalls network")]
    [InlineData("no", false, false, false, "namespaces systemCalls network user")]
    public void Gaps_OfWhatIsMissing_NameIt(string? refusal, bool hasFilter, bool grants, bool isRoot, string expected)
    {
        var gaps = Containment.GapsOf(refusal, hasFilter, grants, isRoot).ToList();

        Assert.Equal(expected, string.Join(' ', gaps.Select(gap => gap.Name)));
        Assert.All(gaps, gap => Assert.EndsWith(".", gap.Remedy, StringComparison.Ordinal));
    }

    [Fact]
    public void Check_RequiredAndNotFull_RefusesWithTheRemedy()
    {
        var reduced = new Containment([new("network", "It is open.", "Close it.")]);

        var refused = Assert.Throws<ContainmentException>(() => reduced.Check(isRequired: true));

        Assert.Contains("It is open. Close it.", refused.Message, StringComparison.Ordinal);
        reduced.Check(isRequired: false);
        new Containment([]).Check(isRequired: true);
    }

    private static async Task<string> RunWithoutNamespacesAsync(string script, Action<Socket>? connected)
    {
        var containment = new Containment([]) { HasFilter = true, GrantsSockets = true };
        await using var program = await new Sandbox(containment, new() { Processes = 32 }).StartAsync(
            "/bin/bash", ["-c", script], new Dictionary<string, string>(), connected, default, default);
        using var output = new MemoryStream();
        await program.Output.CopyToAsync(output);
        await program.WaitAsync();
        return Encoding.UTF8.GetString(output.ToArray()).Trim();
    }

    private static async Task<string> SayAsync(string script)
    {
        var (_, output) = await new ContainedProgram("bash", new()).RunAsync(["-c", script]);
        return Encoding.UTF8.GetString(output).Trim();
    }

    private static async Task<string> PerlAsync(string script)
    {
        var (result, output) = await new ContainedProgram("perl", new()).RunAsync(["-e", script]);
        Assert.True(result.Succeeded, result.Errors);
        return Encoding.UTF8.GetString(output).Trim();
    }
}
