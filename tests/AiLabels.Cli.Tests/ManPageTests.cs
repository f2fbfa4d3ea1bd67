using VideoGate.Testing;

namespace AiLabels.Cli.Tests;

/// <summary><c>labels/Cli/ailabels.1</c> says what the help says.</summary>
public sealed class ManPageTests
{
    /// <summary>After a change of a command or an option, write the expected text into the file.</summary>
    [Fact]
    public async Task ManPage_Shipped_IsThatOfTheOptions()
    {
        // Arrange
        var path = Path.Combine(Repository.Root, "labels/Cli/ailabels.1");
        var expected = ManPage.Of(AiLabelsCommand.Create());

        // Act
        var shipped = await File.ReadAllTextAsync(path);

        // Assert
        await File.WriteAllTextAsync(Path.Combine(AppContext.BaseDirectory, "ailabels.1"), expected);
        Assert.Equal(expected, shipped);
    }

    [Fact]
    public async Task ManPage_Shipped_IsFormattedWithoutAWarning()
    {
        // Arrange
        Assert.SkipUnless(File.Exists("/usr/bin/groff"), "groff is not installed.");

        // Act
        var run = await CommandLine.RunProcessAsync(
            "groff", ["-man", "-Tascii", "-ww", "-z", Path.Combine(Repository.Root, "labels/Cli/ailabels.1")]);

        // Assert
        Assert.Equal(new(0, "", ""), run);
    }
}
