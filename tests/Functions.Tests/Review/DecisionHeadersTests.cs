using Azure;
using Microsoft.AspNetCore.Http;
using VideoGate.Http;
using VideoGate.Review.Api;

namespace VideoGate.Tests.Review;

public sealed class DecisionHeadersTests
{
    [Fact]
    public void Read_BothHeaders_AreRead()
    {
        var (headers, problem) = Read("\"0x8D\"", "key-1");

        Assert.Null(problem);
        Assert.Equal(new DecisionHeaders(new ETag("\"0x8D\""), "key-1"), headers);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("*")]
    [InlineData("0x8D")]
    [InlineData("W/\"0x8D\"")]
    [InlineData("\"a\", \"b\"")]
    public void Read_NotOneStrongETag_IfMatchIsRequired(string? ifMatch)
    {
        Assert.Equal(Problems.IfMatchRequired, Read(ifMatch, "key-1").Problem?.Type);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("two words")]
    [InlineData("ключ")]
    public void Read_NoUsableKey_IdempotencyKeyIsRequired(string? key)
    {
        Assert.Equal(Problems.IdempotencyKeyRequired, Read("\"0x8D\"", key).Problem?.Type);
    }

    [Fact]
    public void Read_LongKey_IsRefused()
    {
        Assert.NotNull(Read("\"0x8D\"", new string('k', 128)).Headers);
        Assert.Null(Read("\"0x8D\"", new string('k', 129)).Headers);
    }

    private static (DecisionHeaders? Headers, ProblemResult? Problem) Read(string? ifMatch, string? key)
    {
        var request = new DefaultHttpContext().Request;
        request.Headers.IfMatch = ifMatch;
        request.Headers["Idempotency-Key"] = key;
        return DecisionHeaders.Read(request);
    }
}
