using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using VideoGate.Testing;

namespace VideoGate.Architecture.Tests;

/// <summary>What every source file keeps to.</summary>
public sealed partial class SourceTests
{
    private const int MaxLine = 140;

    private static readonly string[] Written =
    [
        ".bicep", ".bicepparam", ".css", ".csproj", ".html", ".http", ".js", ".kql", ".md", ".mjs", ".props", ".sh", ".yaml", ".yml",
        "functions/Dockerfile", ".ci/run",
    ];

    [Fact]
    public void Lines_AreAtMost140Columns_ButForLiterals()
    {
        // Act
        var wrong =
            from file in Sources.Files
            let source = Parse(file)
            from line in source.GetText().Lines
            where line.Span.Length > MaxLine && !HoldsLiteral(source, line.Span)
            select $"{file}:{line.LineNumber + 1}";

        // Assert
        Assert.True(!wrong.Any(), string.Join("\n", wrong));
    }

    /// <remarks>A table in Markdown cannot be wrapped, nor can much of the code there.</remarks>
    [Fact]
    public void Lines_OfOtherText_AreAtMost140Columns()
    {
        // Act
        var wrong =
            from file in Sources.All
            where Written.Contains(Path.GetExtension(file)) || Written.Contains(file)
            where !file.StartsWith("tests/infra/", StringComparison.Ordinal)
            from line in File.ReadLines(Path.Combine(Repository.Root, file)).Index()
            where line.Item.Length > MaxLine && !(file.EndsWith(".md", StringComparison.Ordinal) && TableOrCode().IsMatch(line.Item))
            select $"{file}:{line.Index + 1}";

        // Assert
        Assert.True(!wrong.Any(), string.Join("\n", wrong));
    }

    /// <remarks>
    /// Small records and enums may share the file of what they belong to. <c>local/ContentSafety/Client</c> keeps the models of Azure's
    /// client together.
    /// </remarks>
    [Fact]
    public void Types_LiveInAFileOfTheirName()
    {
        // Act
        var wrong =
            from file in Sources.Files
            let types = Types(Parse(file)).ToList()
            where !types.TrueForAll(IsData) && !file.StartsWith("local/ContentSafety/Client/", StringComparison.Ordinal)
            let name = Path.GetFileNameWithoutExtension(file).Split('.')[0]
            let strangers = types.FindAll(type => NameOf(type) != name && !IsData(type) && !type.Modifiers.Any(SyntaxKind.FileKeyword))
            where strangers.Count > 0
            select $"{file}: {string.Join(", ", strangers.Select(NameOf))}";

        // Assert
        Assert.True(!wrong.Any(), string.Join("\n", wrong));
    }

    [Theory]
    [InlineData("functions", "VideoGate")]
    [InlineData("labels/AiLabels", "AiLabels")]
    [InlineData("labels/Pixels", "AiLabels.Pixels")]
    [InlineData("labels/Cli", "AiLabels.Cli")]
    [InlineData("local/Host", "VideoGate.Local.Host")]
    public void Namespaces_FollowFolders(string folder, string root)
    {
        // Act
        var wrong =
            from file in Sources.Files
            where file.StartsWith(folder + "/", StringComparison.Ordinal)
            let expected = root + Path.GetDirectoryName(file)![folder.Length..].Replace('/', '.')
            from declared in Parse(file).GetRoot().DescendantNodes(node => node is CompilationUnitSyntax)
                .OfType<BaseNamespaceDeclarationSyntax>()
            where declared.Name.ToString() != expected
            select $"{file}: {declared.Name}";

        // Assert
        Assert.True(!wrong.Any(), string.Join("\n", wrong));
    }

    [Theory]
    [InlineData("anew")]
    [InlineData("whoever")]
    [InlineData("nobody")]
    public void Prose_KeepsToPlainWords(string word)
    {
        // Act
        var wrong =
            from file in Sources.All
            where file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".md", StringComparison.Ordinal)
            where file != "tests/Architecture.Tests/SourceTests.cs"
            from match in Regex.Matches(Sources.Read(file), $@"\b{word}\b")
            let line = LineOf(Sources.Read(file), match.Index)
            where !IsQuoted(line)
            select $"{file}: {line.Trim()}";

        // Assert
        Assert.True(!wrong.Any(), string.Join("\n", wrong));
    }

    private static SyntaxTree Parse(string file) =>
        CSharpSyntaxTree.ParseText(Sources.Read(file), new CSharpParseOptions(LanguageVersion.Preview), file);

    // A literal that is longer than a line cannot be broken; part of a raw string is a literal too.
    private static bool HoldsLiteral(SyntaxTree source, Microsoft.CodeAnalysis.Text.TextSpan line) => source.GetRoot()
        .DescendantTokens(line)
        .Any(token => token.Kind() is SyntaxKind.StringLiteralToken or SyntaxKind.Utf8StringLiteralToken
            or SyntaxKind.InterpolatedStringTextToken or SyntaxKind.SingleLineRawStringLiteralToken
            or SyntaxKind.MultiLineRawStringLiteralToken or SyntaxKind.Utf8MultiLineRawStringLiteralToken
            or SyntaxKind.Utf8SingleLineRawStringLiteralToken);

    private static IEnumerable<MemberDeclarationSyntax> Types(SyntaxTree source) => source.GetRoot()
        .DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
        .OfType<MemberDeclarationSyntax>()
        .Where(member => member is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax);

    private static string NameOf(MemberDeclarationSyntax type) =>
        type is BaseTypeDeclarationSyntax declared ? declared.Identifier.Text : ((DelegateDeclarationSyntax)type).Identifier.Text;

    private static bool IsData(MemberDeclarationSyntax type) => type is RecordDeclarationSyntax or EnumDeclarationSyntax;

    // What the product says to its callers (a value of the API, a text of a sample video) is no prose of ours.
    private static bool IsQuoted(string line) => Quote().IsMatch(line);

    private static string LineOf(string text, int at)
    {
        var start = text.LastIndexOf('\n', at) + 1;
        var end = text.IndexOf('\n', at);
        return text[start..(end < 0 ? text.Length : end)];
    }

    [GeneratedRegex(@"^(\||    )")]
    private static partial Regex TableOrCode();

    [GeneratedRegex("""(["`].*\b(anew|whoever|nobody)\b.*["`])|<c>nobody</c>""")]
    private static partial Regex Quote();
}
