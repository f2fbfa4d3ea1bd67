using System.Text.RegularExpressions;
using VideoGate.Testing;

namespace VideoGate.Architecture.Tests;

/// <summary>Documents name what is there.</summary>
public sealed partial class DocumentationTests
{
    private static readonly string[] Documents = [.. Sources.All.Where(file => file.EndsWith(".md", StringComparison.Ordinal))];

    [Fact]
    public void Links_LeadToFilesThatExist()
    {
        // Act
        var broken =
            from document in Documents
            from Match link in Link().Matches(Sources.Read(document))
            let target = link.Groups[1].Value.Split('#')[0]
            where target.Length > 0 && !target.Contains("://", StringComparison.Ordinal)
                && !target.StartsWith("mailto:", StringComparison.Ordinal)
            let path = Path.Combine(Repository.Root, Path.GetDirectoryName(document)!, target)
            where !File.Exists(path) && !Directory.Exists(path)
            select $"{document}: {target}";

        // Assert
        Assert.Empty(broken);
    }

    [Fact]
    public void Commands_NameProjectsAndScriptsThatExist()
    {
        // Act
        var missing =
            from document in Documents
            from Match named in NamedPath().Matches(Sources.Read(document))
            let path = named.Groups[1].Value.TrimEnd('.', '/')
            where !File.Exists(Path.Combine(Repository.Root, path)) && !Directory.Exists(Path.Combine(Repository.Root, path))
            select $"{document}: {path}";

        // Assert
        Assert.Empty(missing);
    }

    [Fact]
    public void Architecture_NamesEachRoom()
    {
        // Arrange
        var named = Room().Matches(Sources.Read("docs/architecture.md")).Select(room => room.Groups[1].Value).ToHashSet();

        // Act
        var rooms = Sources.Files.Where(file => file.StartsWith("functions/", StringComparison.Ordinal) && file.Count(c => c == '/') > 1)
            .Select(file => Path.GetDirectoryName(file)!["functions/".Length..].Replace('\\', '/')).Distinct().ToList();

        // Assert: inner rooms may be named with the one they belong to.
        Assert.All(rooms, room => Assert.True(named.Contains(room) || named.Contains(room.Split('/')[0]), room));
        Assert.All(named, room => Assert.True(Directory.Exists(Path.Combine(Repository.Root, "functions", room)), room));
    }

    [GeneratedRegex(@"^\| `([A-Z]\w+(?:/\w+)?)` \| (?!.*\*\*)", RegexOptions.Multiline)]
    private static partial Regex Room();

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"(?:--project |\./)((?:tests|local|labels|functions|infra)/[\w./-]+|(?:run|test)\.sh)")]
    private static partial Regex NamedPath();
}
