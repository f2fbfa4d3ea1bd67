using AiLabels.Cli.Gate;
using AiLabels.Testing;

namespace AiLabels.Cli.Tests.Gate;

/// <summary><c>ailabels gate import</c> against a server that answers as a gate does.</summary>
[Collection(nameof(ImportTests))]
[CollectionDefinition(nameof(ImportTests), DisableParallelization = true)]
public sealed class ImportTests : IDisposable
{
    private const string Judged = """
        {"importId":"i1","state":"judged","counts":{"found":3,"owned":1,"judged":{"label":1,"none":1},"applied":{}}}
        """;

    private const string Applied = """
        {"importId":"i1","state":"applied","counts":{"found":3,"owned":1,"judged":{"label":1,"none":1},"applied":{"label":1,"none":1}}}
        """;

    private readonly TemporaryFolder _folder = new();

    public ImportTests() => Environment.SetEnvironmentVariable(GateOptions.TokenVariable, "secret");

    public void Dispose()
    {
        Environment.SetEnvironmentVariable(GateOptions.TokenVariable, null);
        _folder.Dispose();
    }

    [Fact]
    public async Task Import_Published_PrintsWhatWouldChange()
    {
        await using var gate = new StandInGate(request => (request.Method == "POST" ? 202 : 200, Judged, null));

        var run = await CommandLine.RunAsync(
            "gate", "import", "published/2024/", "--address", gate.Address, "--declaration", "notAi", "--jurisdiction", "CN");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("would change", run.Output, StringComparison.Ordinal);
        Assert.Contains("3 found, 1 of a case", run.Output, StringComparison.Ordinal);
        Assert.Contains("judged: 3 found, 2 judged, 0 applied", run.Error, StringComparison.Ordinal);
        Assert.Equal(
            """{"prefix":"2024/","dryRun":true,"quarantine":false,"declaration":"notAi","jurisdictions":["CN"]}""",
            gate.Received[0].Text);
        Assert.All(gate.Received, request => Assert.Equal("Bearer secret", request.Authorization));
    }

    [Fact]
    public async Task Import_PublishedWithApply_AppliesAfterTheDryRunAndWritesTheReport()
    {
        var applied = false;
        await using var gate = new StandInGate(request =>
        {
            applied |= request.Path.EndsWith("/apply", StringComparison.Ordinal);
            return request.Path switch
            {
                "/api/imports/i1/videos?format=csv&pageSize=500" => (200, "caseId,name\r\na,1.mp4\r\n", "/api/next"),
                "/api/next" => (200, "caseId,name\r\nb,2.mp4\r\n", null),
                _ => (200, applied ? Applied : Judged, null),
            };
        });
        var report = Path.Combine(_folder.Path, "report.csv");

        var run = await CommandLine.RunAsync(
            "gate", "import", "published", "--address", gate.Address, "--apply", "--quarantine", "--report", report);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(
            """{"quarantine":true}""", gate.Received.Single(request => request.Path.EndsWith("/apply", StringComparison.Ordinal)).Text);
        Assert.Equal("caseId,name\r\na,1.mp4\r\nb,2.mp4\r\n", await File.ReadAllTextAsync(report));
    }

    [Fact]
    public async Task Import_Folder_UploadsEachVideoOnceAndGoesOn()
    {
        // Arrange
        var video = _folder.Write("a/视频.mp4", Mp4.FileWith());
        _folder.Write("notes.txt", 1, 2, 3);
        var number = 0;
        await using var gate = new StandInGate(request => request.Path == "/api/uploads"
            ? (201, Grant(request, $"u{++number}"), null)
            : (201, "", null));
        string[] arguments =
            ["gate", "import", _folder.Path, "--address", gate.Address, "--declaration", "generated", "--rate", "6000"];

        // Act
        var first = await CommandLine.RunAsync(arguments);
        var second = await CommandLine.RunAsync(arguments);

        // Assert
        Assert.Equal((0, 0), (first.ExitCode, second.ExitCode));
        Assert.Contains("uploaded as u1", first.Output, StringComparison.Ordinal);
        var written = Assert.Single(gate.Received, request => request.Method == "PUT");
        Assert.Equal(await File.ReadAllBytesAsync(video), written.Body);
        Assert.Equal((null, "BlockBlob"), (written.Authorization, written.BlobType));
        var created = Assert.Single(gate.Received, request => request.Path == "/api/uploads");
        Assert.Contains("\"declaration\":\"generated\"", created.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_FolderThatChanged_UploadsTheNewVersion()
    {
        var video = _folder.Write("a.mp4", Mp4.FileWith());
        await using var gate = new StandInGate(request => request.Path == "/api/uploads"
            ? (201, Grant(request, "u"), null)
            : (201, "", null));
        string[] arguments = ["gate", "import", _folder.Path, "--address", gate.Address, "--declaration", "notAi", "--rate", "6000"];

        await CommandLine.RunAsync(arguments);
        await File.AppendAllTextAsync(video, "more");
        await CommandLine.RunAsync(arguments);

        Assert.Equal(2, gate.Received.Count(request => request.Method == "PUT"));
    }

    [Fact]
    public async Task Import_GateRefusesOneFile_SaysWhyAndGoesOn()
    {
        _folder.Write("a.mp4", Mp4.FileWith());
        _folder.Write("b.mp4", Mp4.FileWith());
        await using var gate = new StandInGate(request =>
            request.Text.Contains("a.mp4", StringComparison.Ordinal) ? (400, """{"detail":"No \u001b such name."}""", null)
            : request.Path == "/api/uploads" ? (201, Grant(request, "u"), null)
            : (201, "", null));

        var run = await CommandLine.RunAsync(
            "gate", "import", _folder.Path, "--address", gate.Address, "--declaration", "notAi", "--rate", "6000");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains(@"a.mp4: 400 No \u001B such name.", run.Error, StringComparison.Ordinal);
        Assert.Contains("b.mp4: uploaded", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_TokenRefused_StopsAtOnce()
    {
        _folder.Write("a.mp4", Mp4.FileWith());
        _folder.Write("b.mp4", Mp4.FileWith());
        await using var gate = new StandInGate(_ => (401, """{"title":"Authentication is required"}""", null));

        var run = await CommandLine.RunAsync(
            "gate", "import", _folder.Path, "--address", gate.Address, "--declaration", "notAi");

        Assert.Equal(1, run.ExitCode);
        Assert.Single(gate.Received);
        Assert.Contains("401 Authentication is required", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://gate.example.com", "https://")]
    [InlineData("gate", "--address is missing")]
    public async Task Import_AddressThatMayNotGetTheToken_IsRefused(string address, string message)
    {
        var run = await CommandLine.RunAsync("gate", "import", "published", "--address", address);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Upload_LargeFile_IsWrittenInBlocks()
    {
        // Arrange
        var path = Path.Combine(_folder.Path, "large.mp4");
        await using (var file = File.Create(path))
        {
            file.SetLength(BlobUpload.BlockSize + 5L);
        }

        await using var gate = new StandInGate(_ => (201, "", null));
        using var client = new GateClient(new(gate.Address), "secret");

        // Act
        await new BlobUpload(client).RunAsync(path, new($"{gate.Address}/blob?sig=x"), new Dictionary<string, string>(), default);

        // Assert
        Assert.Equal([BlobUpload.BlockSize, 5], gate.Received.SkipLast(1).Select(request => request.Body.Length));
        Assert.Equal("/blob?sig=x&comp=blocklist", gate.Received[^1].Path);
        Assert.Contains("<Latest>AAAAAA==</Latest><Latest>AQAAAA==</Latest>", gate.Received[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Send_GateIsBusy_IsRepeatedAfterTheTimeItNames()
    {
        var calls = 0;
        await using var gate = new StandInGate(_ => (++calls < 3 ? 503 : 200, "{}", null));
        List<TimeSpan> pauses = [];
        using var client = new GateClient(new(gate.Address), "secret")
        {
            Pause = (pause, _) =>
            {
                pauses.Add(pause);
                return Task.CompletedTask;
            },
        };

        await client.GetAsync("api/imports/i1", default);

        Assert.Equal([TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2)], pauses);
    }

    private static string Grant(Received request, string id) =>
        $$$"""{"uploadId":"{{{id}}}","url":"{{{request.Origin}}}/blob?sig=x","requiredHeaders":{"x-ms-blob-type":"BlockBlob"}}""";
}
