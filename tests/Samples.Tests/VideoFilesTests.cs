namespace VideoGate.Local.Samples.Tests;

public sealed class VideoFilesTests : IDisposable
{
    private static readonly byte[] Mp4 = [0, 0, 0, 24, .. "ftypisom"u8, 0, 0, 0, 0];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("videos-");

    public static TheoryData<byte[], string?> Files { get; } = new()
    {
        { Mp4, null },
        { [1, 2, 3, 4, 0, 0xFF], null },
        { [], "the file is empty" },
        { [.. "这是文本\r\n\t"u8], "it is a text file" },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void GetError_File_SaysWhyItIsNoVideo(byte[] content, string? error) =>
        Assert.Equal(error, VideoFiles.GetError(Write("video.mp4", content)));

    [Fact]
    public void Find_Folder_TakesEveryVideoInIt_AndCountsTheRest()
    {
        // Arrange
        Write("b.mp4", Mp4);
        Write("inner/a.MP4", Mp4);
        Write("empty.mp4", []);
        Write("notes.md", [.. "notes"u8]);

        // Act
        var found = VideoFiles.Find([_folder.FullName]);

        // Assert
        Assert.Equal(["b.mp4", "inner/a.MP4"], found.Videos.Select(video => video.Name));
        Assert.Equal(
            [$"{_folder.FullName}/empty.mp4 is not a video: the file is empty.", $"{_folder.FullName}: 2 video(s), 1 other file(s) skipped."],
            found.Messages);
        Assert.True(found.AllTaken);
    }

    [Fact]
    public void Find_NamedFileThatIsNoVideo_GoesOnWithTheRest()
    {
        // Act
        var found = VideoFiles.Find([Write("empty.mp4", []), Write("video-of-unknown-kind", Mp4)]);

        // Assert
        Assert.Equal(["video-of-unknown-kind"], found.Videos.Select(video => video.Name));
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
