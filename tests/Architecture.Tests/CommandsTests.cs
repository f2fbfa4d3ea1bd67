using System.Diagnostics;
using System.Text.RegularExpressions;
using VideoGate.Testing;

namespace VideoGate.Architecture.Tests;

/// <summary>Commands in documents can be run, and requests be sent. <c>ReadmeCommandsTests</c> runs those of <c>ailabels</c>.</summary>
public sealed partial class CommandsTests
{
    private static readonly (string File, string Text)[] Documents =
        [.. Sources.All.Where(file => file.EndsWith(".md", StringComparison.Ordinal)).Select(file => (file, Sources.Read(file)))];

    private static readonly (string Method, string Path)[] Operations = [.. ReadOperations()];

    [Fact]
    public void Scripts_Named_PrintTheirHelp_WhichHasEachOptionNamed()
    {
        // Arrange
        var calls = Documents.SelectMany(document => Script().Matches(document.Text)).ToLookup(call => call.Groups[1].Value);
        var scripts = calls.Where(script => Sources.Read(script.Key).Contains("--help", StringComparison.Ordinal)).ToList();

        // Act
        var wrong =
            from script in scripts
            let help = Help(script.Key)
            from call in script
            from option in Option().Matches(call.Value)
            where !help.Contains(option.Value, StringComparison.Ordinal)
            select call.Value;

        // Assert
        Assert.Superset(new HashSet<string> { "run.sh", "test.sh", "infra/deploy.sh" }, scripts.Select(script => script.Key).ToHashSet());
        Assert.Empty(wrong);
    }

    [Fact]
    public void Dotnet_NamesAProjectOrTheSolution_AndACommandOfTheProgram()
    {
        // Act
        var calls = Documents.SelectMany(document => Dotnet().Matches(document.Text)).ToList();

        // Assert
        Assert.NotEmpty(calls);
        Assert.All(calls, call => Assert.True(IsBuildable(call.Groups[1].Value), call.Value));
        Assert.All(calls, call => Assert.True(HasCommand(call.Groups[1].Value, call.Groups[2].Value), call.Value));
    }

    [Fact]
    public void Requests_OfDocuments_AreOperations()
    {
        // Act
        var requests = Documents.SelectMany(document => Request().Matches(document.Text))
            .Select(request => (Method: request.Groups[1].Value, Path: request.Groups[2].Value)).ToList();

        // Assert
        Assert.NotEmpty(requests);
        Assert.All(requests, request => Assert.True(IsOperation(request.Method, request.Path), $"{request}"));
    }

    [Fact]
    public void Requests_OfTheHttpFile_AreTheOperations()
    {
        // Act
        var requests = HttpRequest().Matches(Sources.Read("docs/api.http"))
            .Select(request => (Method: request.Groups[1].Value, Path: request.Groups[2].Value)).ToList();

        // Assert
        Assert.All(requests, request => Assert.True(IsOperation(request.Method, request.Path), $"{request}"));
        Assert.All(Operations, operation => Assert.Contains(requests, request => Matches(operation, request.Method, request.Path)));
    }

    [Fact]
    public void Curl_OfDocuments_CallsOperations()
    {
        // Act
        var calls = Documents.SelectMany(document => Curl().Matches(document.Text.Replace("\\\n", "", StringComparison.Ordinal))).ToList();

        // Assert
        Assert.NotEmpty(calls);
        Assert.All(calls, call => Assert.True(
            IsOperation(MethodOf(call.Value), call.Groups[1].Value), call.Value));
    }

    private static string Help(string script)
    {
        using var process = Process.Start(new ProcessStartInfo("bash", [Path.Combine(Repository.Root, script), "--help"])
        {
            RedirectStandardOutput = true,
        })!;
        var help = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{script} --help ends with {process.ExitCode}.");
        return help;
    }

    private static string MethodOf(string curl) =>
        curl.Contains(" -X DELETE ", StringComparison.Ordinal) ? "DELETE"
        : curl.Contains(" -d ", StringComparison.Ordinal) ? "POST"
        : "GET";

    private static bool IsBuildable(string path) =>
        path == "Serverless.sln" || Directory.EnumerateFiles(Path.Combine(Repository.Root, path), "*.csproj").Count() == 1;

    private static bool HasCommand(string project, string command) => command.Length == 0 || Sources.Files
        .Where(file => file.StartsWith(project + "/", StringComparison.Ordinal))
        .Any(file => Sources.Read(file).Contains($"\"{command}\"", StringComparison.Ordinal));

    private static bool IsOperation(string method, string path) => Operations.Any(operation => Matches(operation, method, path));

    private static bool Matches((string Method, string Path) operation, string method, string path) =>
        operation.Method == method && Regex.IsMatch(path.Split('?')[0], $"^{Parameter().Replace(operation.Path, "[^/]+")}$");

    private static IEnumerable<(string Method, string Path)> ReadOperations()
    {
        var (server, path) = ("", "");
        foreach (Match line in PathOrMethod().Matches(Sources.Read("functions/openapi.yaml").Split("\nwebhooks:")[0]))
        {
            if (line.Groups[1].Success)
            {
                (server, path) = ("/api", line.Groups[1].Value);
            }
            else if (line.Groups[3].Success)
            {
                server = line.Groups[3].Value.TrimEnd('/');
            }
            else
            {
                yield return (line.Groups[2].Value.ToUpperInvariant(), $"{server}{path}");
            }
        }
    }

    // Two spaces end a command, before its explanation.
    [GeneratedRegex(@"\b((?:infra/[a-z-]+|run|test)\.sh)(?: [^\s`]+)*")]
    private static partial Regex Script();

    [GeneratedRegex(@"--[a-z-]+")]
    private static partial Regex Option();

    [GeneratedRegex(@"dotnet (?:run|build|pack|publish)(?: -c Release)?(?: --project)? ([\w./]+)(?:(?: [^\s`]+)*? -- (\w+))?")]
    private static partial Regex Dotnet();

    [GeneratedRegex("`(GET|POST|PUT|DELETE) (/api/[^`]+)`")]
    private static partial Regex Request();

    [GeneratedRegex(@"^([A-Z]+) \{\{host\}\}(/\S+)", RegexOptions.Multiline)]
    private static partial Regex HttpRequest();

    [GeneratedRegex(@"curl [^\n]*?(?:localhost:7071|\$HOST)(/api/\S+)[^\n]*")]
    private static partial Regex Curl();

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Parameter();

    [GeneratedRegex(@"^  (/\S+):$|^    (get|post|put|delete):$|^      - url: (\S+)$", RegexOptions.Multiline)]
    private static partial Regex PathOrMethod();
}
