using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using VideoGate.Testing;

namespace AiLabels.Cli.Tests;

/// <summary>The C# samples of the documents about the libraries compile without a warning, each by itself.</summary>
public sealed partial class ReadmeSamplesTests
{
    /// <summary>The implicit usings of a console project.</summary>
    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    private static readonly MetadataReference[] References =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Select(static path => MetadataReference.CreateFromFile(path))];

    public static TheoryData<string, string> Samples
    {
        get
        {
            var samples = new TheoryData<string, string>();
            foreach (var document in (string[])["labels/README.md", "labels/PACKAGE.md"])
            {
                foreach (Match fence in Fence().Matches(File.ReadAllText(Path.Combine(Repository.Root, document))))
                {
                    samples.Add(document, fence.Groups[1].Value);
                }
            }

            return samples;
        }
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Sample_OfADocument_Compiles(string document, string sample)
    {
        // Arrange
        var options = new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable);

        // Act
        var diagnostics = CSharpCompilation.Create(
            "Sample", [CSharpSyntaxTree.ParseText(Usings), CSharpSyntaxTree.ParseText(sample)], References, options).GetDiagnostics();

        // Assert
        var wrong = diagnostics.Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning);
        Assert.True(!wrong.Any(), $"{document}: {string.Join("; ", wrong)}");
    }

    [Fact]
    public void Samples_OfEachDocument_AreFound() => Assert.Equal(
        ["labels/PACKAGE.md", "labels/README.md"], Samples.Select(static row => row.Data.Item1).Distinct().Order());

    [GeneratedRegex("^```csharp\n(.+?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();
}
