using System.Text;
using Microsoft.AspNetCore.Http;
using VideoGate.Http;
using VideoGate.Intake;

namespace VideoGate.Tests.Http;

public sealed class JsonBodyTests
{
    [Fact]
    public async Task Read_Json_IsRead()
    {
        var body = await ReadAsync("""{"fileName":"视频.mp4","declaration":"generated"}""");

        Assert.Equal("视频.mp4", body.FileName);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("""{"fileName":1}""")]
    [InlineData("""{"declaration":"perhaps"}""")]
    [InlineData("""{"declaration":2}""")]
    [InlineData("""{"fileNam":"x"}""")]
    [InlineData("""{"fileName":"x","fileName":"y"}""")]
    [InlineData("""{"fileName":"\ud800"}""")]
    public async Task Read_AnythingElse_Is400AndTellsNoInternals(string body)
    {
        var exception = await Assert.ThrowsAsync<BadHttpRequestException>(() => ReadAsync(body));

        Assert.Equal(400, exception.StatusCode);
        Assert.DoesNotContain("VideoGate", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_TooMuch_Is413()
    {
        var exception = await Assert.ThrowsAsync<BadHttpRequestException>(() => ReadAsync(new string(' ', JsonBody.MaxBytes + 1)));

        Assert.Equal(413, exception.StatusCode);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    public async Task Read_NotDeclaredAsJson_Is415(string? contentType)
    {
        var exception = await Assert.ThrowsAsync<BadHttpRequestException>(() => ReadAsync("{}", contentType));

        Assert.Equal(415, exception.StatusCode);
    }

    private static Task<UploadRequest> ReadAsync(string body, string? contentType = "application/json; charset=utf-8")
    {
        var http = new DefaultHttpContext();
        http.Request.Body = new MemoryStream(Encoding.UTF8.GetBytes(body));
        http.Request.ContentType = contentType;
        return JsonBody.ReadAsync(http.Request, IntakeJson.Default.UploadRequest, CancellationToken.None);
    }
}
