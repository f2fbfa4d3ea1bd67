using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace VideoGate.Architecture.Tests;

/// <summary>Arrows among rooms run one way.</summary>
public sealed class RoomsTests
{
    private const int MostFiles = 35;

    private static readonly string[] Products = ["functions", "labels", "local"];

    public static TheoryData<string, string> Assemblies => new()
    {
        { "Functions.dll", "VideoGate" },
        { "AiLabels.dll", "AiLabels" },
        { "AiLabels.Pixels.dll", "AiLabels.Pixels" },
        { "AiLabels.Cli.dll", "AiLabels.Cli" },
    };

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void Rooms_OfAnAssembly_HaveNoCycle(string assembly, string root)
    {
        // Act
        var rooms = Rooms.Of(assembly, root);

        // Assert
        Assert.NotEmpty(rooms.Names);
        Assert.Empty(rooms.Cycles());
    }

    [Fact]
    public void Rooms_WithAnArrowTurned_HaveACycle()
    {
        // Act
        var rooms = Rooms.Of("Architecture.Tests.dll", typeof(RoomsTests).Namespace + ".Wrong");

        // Assert
        Assert.Equal(2, rooms.Cycles().Count());
    }

    [Theory]
    [InlineData("AiLabels.dll")]
    [InlineData("AiLabels.Pixels.dll")]
    [InlineData("AiLabels.Cli.dll")]
    public void Labels_KnowNoAzureAndNoVideoGate(string assembly) =>
        Assert.DoesNotContain(
            References(assembly), name => name.Contains("Azure", StringComparison.Ordinal) || IsOurs(name));

    [Fact]
    public void Functions_KnowsNothingOfLocal()
    {
        // Act
        var ours = References("Functions.dll").Where(IsOurs);

        // Assert
        Assert.Empty(ours);
    }

    [Fact]
    public void Rooms_HoldAtMost35Files()
    {
        // Act
        var large =
            from file in Sources.Files
            where Products.Contains(file.Split('/')[0])
            group file by Path.GetDirectoryName(file) into room
            where room.Count() > MostFiles
            select $"{room.Key}: {room.Count()}";

        // Assert
        Assert.Empty(large);
    }

    private static List<string> References(string assembly)
    {
        using var file = new PEReader(File.OpenRead(Path.Combine(AppContext.BaseDirectory, assembly)));
        var metadata = file.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))];
    }

    // The client of the same surface as Azure.AI.ContentSafety takes that package's place where a feed lacks it.
    private static bool IsOurs(string assembly) => assembly is "Functions" or "Host" or "Samples"
        || assembly.StartsWith("VideoGate", StringComparison.Ordinal)
        || (assembly.StartsWith("Local", StringComparison.Ordinal) && assembly != "Local.ContentSafety.Client");
}
