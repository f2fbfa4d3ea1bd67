using VideoGate.Intake;

namespace VideoGate.Tests.Intake;

public sealed class FileNameTests
{
    [Theory]
    [InlineData("a.mp4", "a.mp4")]
    [InlineData("视频 片段'\"%2F?#&.mp4", "视频 片段'\"%2F?#&.mp4")]
    [InlineData("🎬.mov", "🎬.mov")]
    [InlineData("../../published/a.mp4", "a.mp4")]
    [InlineData("C:\\Videos\\a.mp4", "a.mp4")]
    [InlineData("a\u0000\r\n.mp4", "a.mp4")]
    [InlineData("a\u202E4pm.exe", "a4pm.exe")]
    [InlineData(" a.mp4. ", "a.mp4")]
    [InlineData("a\uD800.mp4", "a.mp4")]
    public void Safe_Name_KeepsWhatIsHarmless(string name, string expected)
    {
        Assert.Equal(expected, FileName.Safe(name));
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData(". . .")]
    [InlineData("folder/")]
    [InlineData("\u200B\u200E")]
    public void Safe_NothingUsable_IsNull(string name)
    {
        Assert.Null(FileName.Safe(name));
    }

    [Fact]
    public void Safe_TooLong_IsNull()
    {
        Assert.NotNull(FileName.Safe(new string('a', FileName.MaxLength)));
        Assert.Null(FileName.Safe(new string('a', FileName.MaxLength + 1)));
    }
}
