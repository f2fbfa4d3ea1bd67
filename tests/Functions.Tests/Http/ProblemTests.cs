using System.Text.Json;
using Azure;
using Microsoft.AspNetCore.Http;
using VideoGate.Access;
using VideoGate.Http;

namespace VideoGate.Tests.Http;

public sealed class ProblemTests
{
    public static TheoryData<Exception, ProblemType> Mapping => new()
    {
        { new JsonException("secret: a stored case is damaged"), Problems.Internal },
        { new BadHttpRequestException("short", 400), Problems.Malformed },
        { new BadHttpRequestException("long", 413), Problems.TooLarge },
        { new BadHttpRequestException("xml", 415), Problems.UnsupportedMediaType },
        { new IdentityUnavailableException(null, new IOException()), Problems.IdentityUnavailable },
        { new RequestFailedException(503, "busy"), Problems.StorageUnavailable },
        { new AggregateException(new RequestFailedException(0, "refused"), new RequestFailedException(0, "refused")),
            Problems.StorageUnavailable },
        { new TaskCanceledException("too slow"), Problems.StorageUnavailable },
        { new AggregateException(new TaskCanceledException("too slow"), new RequestFailedException(0, "refused")),
            Problems.StorageUnavailable },
        { new InvalidOperationException("secret"), Problems.Internal },
        { new RequestFailedException(403, "secret"), Problems.Internal },
    };

    [Theory]
    [InlineData("http", null, false)]
    [InlineData("http", "http", false)]
    [InlineData("http", "https", true)]
    [InlineData("http", "https, http", true)]
    [InlineData("https", null, true)]
    public void IsSecure_SchemeAsTheIngressSaysIt(string scheme, string? forwarded, bool expected)
    {
        var request = new DefaultHttpContext().Request;
        request.Scheme = scheme;
        request.Headers["X-Forwarded-Proto"] = forwarded;

        Assert.Equal(expected, ProblemMiddleware.IsSecure(request));
    }

    [Theory]
    [MemberData(nameof(Mapping))]
    public void For_Exception_NamesTheProblemAndTellsNoInternals(Exception exception, ProblemType expected)
    {
        var problem = ProblemMiddleware.For(exception);

        Assert.Equal(expected, problem.Type);
        Assert.DoesNotContain("secret", problem.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Execute_WritesProblemJson()
    {
        var http = new DefaultHttpContext { Request = { Path = "/api/cases/x" }, Response = { Body = new MemoryStream() } };

        await Problems.AlreadyDecided.Because("Too late.").With("decidedBy", "bob").WithHeader("X-Test", "1").ExecuteAsync(http);

        http.Response.Body.Position = 0;
        var body = (await JsonDocument.ParseAsync(http.Response.Body)).RootElement;
        Assert.Equal(409, http.Response.StatusCode);
        Assert.StartsWith("application/problem+json", http.Response.ContentType, StringComparison.Ordinal);
        Assert.Equal("1", http.Response.Headers["X-Test"]);
        Assert.Equal("/api/problems/already-decided", body.GetProperty("type").GetString());
        Assert.Equal(409, body.GetProperty("status").GetInt32());
        Assert.Equal("Too late.", body.GetProperty("detail").GetString());
        Assert.Equal("/api/cases/x", body.GetProperty("instance").GetString());
        Assert.Equal("bob", body.GetProperty("decidedBy").GetString());
        Assert.NotEqual("", body.GetProperty("traceId").GetString());
    }

    [Fact]
    public void ByName_HoldsEveryProblem()
    {
        var declared =
            typeof(Problems).GetFields().Where(field => field.FieldType == typeof(ProblemType))
                .Select(field => (ProblemType)field.GetValue(null)!);

        Assert.Equal(declared.Select(type => type.Name).Order(), Problems.ByName.Keys.Order());
    }
}
