using System.Text;

namespace VideoGate.Local.Samples.Tests;

public sealed class VideoFilesTests : IDisposable
{
    private static readonly byte[] Mp4 = [0, 0, 0, 24, .. "ftypisom"u8, 0, 0, 0, 0];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("videos-");

    public static TheoryData<string, byte[], string?> Files { get; } = new()
    {
        { "video.mp4", Mp4, null },
        { "without-extension", Mp4, null },
        { "matroska.bin", [0x1A, 0x45, 0xDF, 0xA3, 1, 2, 3, 4], null },
        { "broken.mp4", [1, 2, 3, 4, 0, 0xFF], null },
        { "empty.mp4", [], "the file is empty" },
        { "text.mp4", Encoding.UTF8.GetBytes("这是文本\n"), "it is a text file" },
        { "cut.mp4", Encoding.UTF8.GetBytes("文字")[..^1], "it is a text file" },
        { "picture.png", [0x89, 0x50, 0x4E, 0x47, 0, 0], "its first bytes are of no video format known here" },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void GetError_File_SaysWhyItIsNoVideo(string name, byte[] content, string? error) =>
        Assert.Equal(error, VideoFormat.GetError(Write(name, content)));

    [Fact]
    public void Find_Folder_TakesEveryVideoInIt_AndCountsTheRest()
    {
        // Arrange
        Write("b.mp4", Mp4);
        Write("inner/a.mp4", Mp4);
        Write("empty.mp4", []);
        Write("notes.md", [.. "notes"u8]);

        // Act
        var found = VideoFiles.Find([_folder.FullName]);

        // Assert
        Assert.Equal(["b.mp4", "inner/a.mp4"], found.Videos.Select(video => video.Name));
        Assert.Equal([$"{_folder.FullName}/empty.mp4 is no video: the file is empty.", $"{_folder.FullName}: 2 videos; 1 other file left out."], found.Messages);
        Assert.True(found.AllTaken);
    }

    [Fact]
    public void Find_NamedFileThatIsNoVideo_GoesOnWithTheRest()
    {
        // Act
        var found = VideoFiles.Find([Write("empty.mp4", []), Write("video.mp4", Mp4)]);

        // Assert
        Assert.Equal(["video.mp4"], found.Videos.Select(video => video.Name));
        Assert.False(found.AllTaken);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private string Write(string name, byte[] content)
    {
        var path = Path.Combine(_folder.FullName, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, content);
        return path;
    }
}
