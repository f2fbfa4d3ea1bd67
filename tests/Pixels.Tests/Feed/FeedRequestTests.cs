using System.Text;
using AiLabels.Pixels.Feed;

namespace AiLabels.Pixels.Tests.Feed;

/// <summary>Heads of requests and their ranges.</summary>
public sealed class FeedRequestTests
{
    [Theory]
    [InlineData("GET /a HTTP/1.1\r\nHost: h:1\r\nRange: bytes=1-", "GET", "http://h:1/a", "bytes=1-", false)]
    [InlineData("HEAD /a HTTP/1.1\r\nrange:bytes=1-2\r\nHOST:  h ", "HEAD", "http://h/a", "bytes=1-2", false)]
    [InlineData("GET http://other/a HTTP/1.1\r\nHost: h", "GET", "http://other/a", null, false)]
    [InlineData("GET /a HTTP/1.1\r\nHost: h\r\nConnection: Close", "GET", "http://h/a", null, true)]
    [InlineData("GET /a HTTP/1.0", "GET", "http:///a", null, true)]
    public void Parse_Request_HasWhatCounts(string head, string method, string url, string? range, bool isLast) =>
        Assert.Equal(new FeedRequest(method, url, range, isLast), FeedRequest.Parse(Encoding.Latin1.GetBytes(head)));

    [Theory]
    [InlineData("")]
    [InlineData("\r\n")]
    [InlineData("GET /a")]
    [InlineData("GET /a b HTTP/1.1")]
    [InlineData("GET /a HTTP/2")]
    [InlineData("\u0016\u0003\u0001\u00ff")]
    public void Parse_OtherBytes_IsNull(string head) => Assert.Null(FeedRequest.Parse(Encoding.Latin1.GetBytes(head)));

    [Theory]
    [InlineData("bytes=0-", 0, 100)]
    [InlineData("bytes=10-19", 10, 20)]
    [InlineData("bytes=99-9223372036854775807", 99, 100)]
    [InlineData("bytes=-10", 90, 100)]
    [InlineData("bytes=-1000", 0, 100)]
    [InlineData("bytes=100-", 100, 100)]
    [InlineData("bytes=-0", 100, 100)]
    public void Parse_Range_IsWithinTheFile(string header, long from, long end) =>
        Assert.Equal(new ByteRange(from, end), ByteRange.Parse(header, 100));

    [Theory]
    [InlineData(null)]
    [InlineData("bytes=")]
    [InlineData("bytes=-")]
    [InlineData("bytes=5-4")]
    [InlineData("bytes=1-2,5-6")]
    [InlineData("bytes=a-b")]
    [InlineData("bytes=99999999999999999999-")]
    [InlineData("items=1-2")]
    public void Parse_NoSingleRange_IsNull(string? header) => Assert.Null(ByteRange.Parse(header, 100));
}
