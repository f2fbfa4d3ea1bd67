using AiLabels.Reports;
using VideoGate.Publishing;

namespace VideoGate.Tests.Publishing;

public sealed class VideoHeadersTests
{
    [Theory]
    [InlineData(ContainerFormat.IsoBmff, "a/b.mp4", "video/mp4", "inline; filename=\"b.mp4\"")]
    [InlineData(ContainerFormat.WebM, "x.html", "video/webm", "inline; filename=\"x.html\"")]
    [InlineData(ContainerFormat.Unknown, "x.html", "application/octet-stream", "attachment; filename=\"x.html\"")]
    [InlineData(ContainerFormat.IsoBmff, "视\"频;\r\n\\ 1.mp4", "video/mp4", "inline; filename=\"________1.mp4\"")]
    public void Of_AnyName_SaysWhatTheBytesAre(ContainerFormat format, string name, string type, string disposition)
    {
        var headers = VideoHeaders.Of(format, name);

        Assert.Equal((type, disposition), (headers.ContentType, headers.ContentDisposition));
        Assert.Equal((null, null), (headers.ContentEncoding, headers.ContentLanguage));
    }

    [Fact]
    public void Of_LongName_KeepsItsEnd()
    {
        var disposition = VideoHeaders.Of(ContainerFormat.IsoBmff, $"{new string('x', 900)}.mp4").ContentDisposition;

        Assert.EndsWith(".mp4\"", disposition, StringComparison.Ordinal);
        Assert.InRange(disposition.Length, 1, 130);
    }
}
