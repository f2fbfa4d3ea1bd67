using System.Runtime.InteropServices;
using AiLabels.Cli.Tests.Native;
using AiLabels.Testing;

namespace AiLabels.Cli.Tests.Packages;

/// <summary>The packages hold what their users need, and can be used.</summary>
[Trait("Needs", "minutes")]
public sealed class PackageTests(Packed packed) : IClassFixture<Packed>
{
    [Fact]
    public void Pack_EachProject_Succeeds() =>
        Assert.All(packed.Runs, static run => Assert.True(run.ExitCode == 0, run.Output + run.Error));

    [Theory]
    [InlineData("AiLabels")]
    [InlineData("AiLabels.Pixels")]
    [InlineData("AiLabels.Tool")]
    public void Nuspec_OfEachPackage_SaysWhatAGalleryShows(string package)
    {
        // Act
        var nuspec = packed.Nuspec(package);

        // Assert
        Assert.Equal(("MIT", "expression"), (nuspec.Element("license")?.Value, nuspec.Element("license")?.Attribute("type")?.Value));
        Assert.Equal(("PACKAGE.md", "icon.png"), (nuspec.Element("readme")?.Value, nuspec.Element("icon")?.Value));
        Assert.Contains("c2pa", nuspec.Element("tags")?.Value, StringComparison.Ordinal);
        Assert.Contains("AI", nuspec.Element("description")?.Value, StringComparison.Ordinal);
        Assert.Equal(40, nuspec.Element("repository")?.Attribute("commit")?.Value.Length);
        Assert.Superset(new HashSet<string> { "PACKAGE.md", "icon.png" }, packed.Entries(package).ToHashSet());
    }

    [Theory]
    [InlineData("AiLabels")]
    [InlineData("AiLabels.Pixels")]
    public void Library_HasBothFrameworksWithDocsAndSymbols_AndNeedsNoSharedFramework(string package)
    {
        // Act
        var (entries, symbols, nuspec) = (packed.Entries(package), packed.Entries(package, "snupkg"), packed.Nuspec(package));

        // Assert
        foreach (var framework in (string[])["net8.0", "net10.0"])
        {
            Assert.Contains($"lib/{framework}/{package}.dll", entries);
            Assert.Contains($"lib/{framework}/{package}.xml", entries);
            Assert.Contains($"lib/{framework}/{package}.pdb", symbols);
        }

        Assert.Empty(nuspec.Elements("frameworkReferences"));
        Assert.DoesNotContain(nuspec.Descendants("dependency"), static dependency => dependency.Attribute("id")!.Value.Contains("AspNetCore", StringComparison.Ordinal));
        Assert.DoesNotContain(nuspec.Descendants("dependency"), static dependency => dependency.Attribute("id")!.Value.Contains("Analyzers", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("net8.0")]
    [InlineData("net10.0")]
    public async Task Library_InAProjectOfItsUsers_ReadsAFile(string framework)
    {
        // Arrange
        var project = Write(framework);
        var built = await CommandLine.RunProcessAsync(
            "dotnet", ["build", project, "-c", "Release", "--nologo", "-v", "q", "-m:1", "-o", Path.Combine(Path.GetDirectoryName(project)!, "out")]);
        Assert.True(built.ExitCode == 0, built.Output);
        Assert.SkipUnless(
            HasRuntime(framework), $"Compiled for {framework}; its runtime is not installed here.");
        var video = Path.Combine(packed.Consumers, "a.mp4");
        await File.WriteAllBytesAsync(video, Mp4.FileWith(Mp4.MetaWithKeys(("AIGC", Aigc.Generated))));

        // Act
        var run = await CommandLine.RunProcessAsync("dotnet", [Path.Combine(Path.GetDirectoryName(project)!, "out", "consumer.dll"), video]);

        // Assert
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.StartsWith("Confirmed Vidu\n{\"schemaVersion\":1,\"origin\":\"confirmed\"", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tool_InstalledFromThePackages_ReadsStandardInput()
    {
        // Arrange
        Assert.SkipWhen(NativeProgram.Missing is not null, NativeProgram.Missing ?? "");
        var folder = Path.Combine(packed.Consumers, "tool");
        var installed = await CommandLine.RunProcessAsync(
            "dotnet",
            ["tool", "install", "AiLabels.Tool", "--version", Packed.Version, "--add-source", packed.Source, "--tool-path", folder, "--no-cache"]);
        Assert.True(installed.ExitCode == 0, installed.Output + installed.Error);

        // Act
        var run = await CommandLine.RunProcessAsync(Path.Combine(folder, "ailabels"), ["--quiet", "--fail-on", "suspected", "-"], Mp4.FileWith());

        // Assert
        Assert.Equal(new(0, "", ""), run);
    }

    [Fact]
    public void Tool_OfEachPlatform_IsNamedByTheOneThatIsInstalled()
    {
        // Act
        var settings = packed.Read("AiLabels.Tool", "DotnetToolSettings.xml");
        var portable = packed.Entries("AiLabels.Tool.any");

        // Assert
        Assert.All(
            ["linux-x64", "linux-arm64", "win-x64", "osx-arm64", "any"],
            platform => Assert.Contains($"Id=\"AiLabels.Tool.{platform}\"", settings, StringComparison.Ordinal));
        Assert.Contains("tools/net10.0/any/AiLabels.Cli.dll", portable);
        Assert.Contains("tools/net10.0/any/ailabels.1", portable);
    }

    private static bool HasRuntime(string framework) => Directory.EnumerateDirectories(
        Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), ".."), $"{framework["net".Length..].Split('.')[0]}.*").Any();

    /// <summary>Creates a project that refers to the packages as any other would.</summary>
    private string Write(string framework)
    {
        var folder = Directory.CreateDirectory(Path.Combine(packed.Consumers, framework)).FullName;
        var cache = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget/packages");
        File.WriteAllText(Path.Combine(folder, "Program.cs"), """
            using AiLabels;
            using AiLabels.Pixels.Programs;

            var report = await LabelReader.ReadAsync(args[0]);
            Console.Write($"{report.Origin} {report.Generator}\n{report.ToJson()}\n");
            return ContainedProgram.IsInstalled("no such program") ? 1 : 0;
            """);
        var project = Path.Combine(folder, "consumer.csproj");
        File.WriteAllText(project, $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>{framework}</TargetFramework>
                <OutputType>Exe</OutputType>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                <WarningsNotAsErrors>NU1603;NU1901;NU1902;NU1903;NU1904</WarningsNotAsErrors>
                <InvariantGlobalization>true</InvariantGlobalization>
                <RestorePackagesPath>{Path.Combine(packed.Consumers, "cache")}</RestorePackagesPath>
                <RestoreFallbackFolders>{cache}</RestoreFallbackFolders>
                <RestoreAdditionalProjectSources>{packed.Source}</RestoreAdditionalProjectSources>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="AiLabels" Version="{Packed.Version}" />
                <PackageReference Include="AiLabels.Pixels" Version="{Packed.Version}" />
              </ItemGroup>
            </Project>
            """);
        return project;
    }
}
