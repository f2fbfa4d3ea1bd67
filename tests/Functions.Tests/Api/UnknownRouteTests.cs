using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace VideoGate.Tests.Api;

[Collection<ApiTests>]
[Trait("Needs", "services")]
public sealed class UnknownRouteTests(ApiFixture api)
{
    [Theory]
    [InlineData("GET", "/api/nothing")]
    [InlineData("GET", "/api/cases/a/b/c")]
    [InlineData("DELETE", "/api/uploads")]
    [InlineData("POST", "/api/cases/x")]
    [InlineData("GET", "/api/reviews/..%2f..%2fcases")]
    public async Task Unknown_IsAProblemLikeAnyOther(string method, string path)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(api.Gate.App.Address, path));

        using var response = await http.SendAsync(request);

        var problem = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Contains(response.StatusCode, new[] { HttpStatusCode.NotFound, HttpStatusCode.Unauthorized });
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal((int)response.StatusCode, problem.GetProperty("status").GetInt32());
    }
}
