using AiLabels.Cli.Files;
using AiLabels.Testing;

namespace AiLabels.Cli.Tests;

/// <summary>Resolution of arguments to files.</summary>
public sealed class FileSelectionTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public FileSelectionTests()
    {
        foreach (var name in (string[])["a*b.mp4", "b.mp4", "notes.txt", "sub/c [1].MKV", "sub/upload", "sub/LICENSE", "sub/code.ts",
            "sub/deep/d.mp4"])
        {
            _folder.Write(name, name == "sub/upload" ? Mp4.FileWith() : "text"u8.ToArray());
        }
    }

    [Theory]
    [InlineData("", "a*b.mp4 | b.mp4 | sub/c [1].MKV | sub/deep/d.mp4 | sub/upload")]
    [InlineData("sub/LICENSE", "sub/LICENSE")]
    [InlineData("a*b.mp4", "a*b.mp4")]
    [InlineData("*.mp4", "a*b.mp4 | b.mp4")]
    [InlineData("?.mp4", "b.mp4")]
    [InlineData("**/*.mp4", "a*b.mp4 | b.mp4 | sub/deep/d.mp4")]
    [InlineData("s*/**", "sub/c [1].MKV | sub/deep/d.mp4 | sub/upload")]
    [InlineData("sub/c [1].*", "sub/c [1].MKV")]
    [InlineData("*/deep", "sub/deep/d.mp4")]
    public void Of_Argument_FindsItsFiles(string argument, string expected)
    {
        var found = FileSelection.Of([Path.Combine(_folder.Path, argument)]).Files;

        Assert.All(found, static file => Assert.Null(file.Failure));
        Assert.Equal(expected, string.Join(" | ", found.Select(file => Path.GetRelativePath(_folder.Path, file.Path))));
    }

    [Theory]
    [InlineData("*.webm", "no file matches this pattern")]
    [InlineData("empty", "no video in this folder")]
    public void Of_NothingToRead_SaysSo(string argument, string cause)
    {
        Directory.CreateDirectory(Path.Combine(_folder.Path, "empty"));

        var file = Assert.Single(FileSelection.Of([Path.Combine(_folder.Path, argument)]).Files);

        Assert.Contains(cause, file.Failure!.Cause, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_FolderThatLinksToItself_Ends()
    {
        Directory.CreateSymbolicLink(Path.Combine(_folder.Path, "sub", "loop"), _folder.Path);

        Assert.Equal(5, FileSelection.Of([_folder.Path]).Files.Count);
    }

    [Fact]
    public void Of_Folder_NamesWhatItPassesOverAndWhy()
    {
        // Arrange
        Directory.CreateSymbolicLink(Path.Combine(_folder.Path, "sub", "loop"), _folder.Path);

        // Act
        var notes = PassedOver.Describe(FileSelection.Of([_folder.Path]).PassedOver).Order();

        // Assert
        Assert.Equal(
            [
                $"passed over 1 entry linking to folders: {_folder.Path}/sub/loop",
                $"passed over 1 entry named like no video: {_folder.Path}/notes.txt",
                $"passed over 2 entries beginning like no video: {_folder.Path}/sub/LICENSE, {_folder.Path}/sub/code.ts",
            ],
            notes);
    }

    [Fact]
    public void Describe_ManyEntries_NamesTenAndCountsTheRest()
    {
        // Arrange
        var entries = Enumerable.Range(0, 1000).Select(static i => new PassedOver($"{i}.txt", PassedOver.ByName)).ToList();

        // Act
        var note = Assert.Single(PassedOver.Describe(entries));

        // Assert
        Assert.EndsWith("8.txt, 9.txt and 990 more", note, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();
}
