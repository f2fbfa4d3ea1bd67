using AiLabels.Cli.Watch;
using AiLabels.Testing;
using Microsoft.Extensions.Time.Testing;

namespace AiLabels.Cli.Tests.Watch;

/// <summary>Files of a watched folder are returned once each, when they have not changed for a while.</summary>
public sealed class FolderWatchTests : IDisposable
{
    private static readonly TimeSpan Settle = TimeSpan.FromSeconds(2);

    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _time = new();
    private readonly FolderWatch _watch;

    public FolderWatchTests() => _watch = new(_folder.Path, Settle, _time);

    [Fact]
    public void List_FileThatStays_IsReturnedOnce()
    {
        // Arrange
        var path = _folder.Write("a.mp4", Mp4.FileWith());

        // Act
        var lists = Enumerable.Range(0, 5).Select(_ => After(1)).ToList();

        // Assert
        Assert.Equal(["", "", path, "", ""], lists);
    }

    [Fact]
    public void List_FileThatGrows_IsReturnedWhenItStops()
    {
        // Arrange
        var path = _folder.Write("a.mp4", 1);

        // Act
        var whileGrowing = Enumerable.Range(2, 5).Select(length =>
        {
            _folder.Write("a.mp4", new byte[length]);
            return After(1);
        }).ToList();
        var afterwards = (After(1), After(1));

        // Assert
        Assert.All(whileGrowing, Assert.Empty);
        Assert.Equal(("", path), afterwards);
    }

    [Fact]
    public void List_FileThatChangesLater_IsReturnedAgain()
    {
        // Arrange
        var path = _folder.Write("a.mp4", 1);
        var first = (After(0), After(2));

        // Act
        _folder.Write("a.mp4", 1, 2);
        var second = (After(0), After(2));

        // Assert
        Assert.Equal((("", path), ("", path)), (first, second));
    }

    [Fact]
    public void List_FileRenamedIntoPlaceInASubfolder_IsReturnedUnderItsName()
    {
        // Arrange
        var part = _folder.Write("in/a.part", 1);
        Assert.Equal("", After(5));

        // Act
        File.Move(part, Path.ChangeExtension(part, ".mp4"));
        var lists = (After(1), After(2));

        // Assert
        Assert.Equal(("", Path.ChangeExtension(part, ".mp4")), lists);
    }

    [Fact]
    public void List_FileThatIsGoneAndComesBack_IsReturnedAgain()
    {
        // Arrange
        var path = _folder.Write("a.mp4", 1);
        Assert.Equal(("", path), (After(0), After(2)));

        // Act
        File.Delete(path);
        var gone = After(1);
        _folder.Write("a.mp4", 1);
        var back = (After(0), After(2));

        // Assert
        Assert.Equal(("", ("", path)), (gone, back));
    }

    [Fact]
    public async Task WholeFiles_FolderThatIsRemoved_EndWithTheFailure()
    {
        // Arrange
        var folder = Path.Combine(_folder.Path, "gone");
        var watch = new FolderWatch(folder, Settle, _time);

        // Act
        var files = await watch.WholeFilesAsync(default).ToListAsync();

        // Assert
        var file = Assert.Single(files);
        Assert.Equal((folder, "there is no such file"), (file.Path, file.Failure!.Cause));
    }

    public void Dispose() => _folder.Dispose();

    private string After(int seconds)
    {
        _time.Advance(TimeSpan.FromSeconds(seconds));
        return string.Join(' ', _watch.List().Select(static file => file.Path));
    }
}
