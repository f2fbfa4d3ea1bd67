using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Worker.Tests.Support;

namespace Worker.Tests.Http;

public sealed class AuthorizationLevelTests : IAsyncLifetime, IDisposable
{
    private readonly TempFolder _folder = new();
    private RunningApp _app = null!;

    public async Task InitializeAsync() =>
        _app = await RunningApp.StartAsync(RunningApp.Builder(_folder.Path, null, typeof(Functions)));

    public async Task DisposeAsync() => await _app.DisposeAsync();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("open", null, HttpStatusCode.OK)]
    [InlineData("guarded", null, HttpStatusCode.Unauthorized)]
    [InlineData("guarded", "wrong", HttpStatusCode.Unauthorized)]
    [InlineData("guarded", "function", HttpStatusCode.OK)]
    [InlineData("guarded", "master", HttpStatusCode.OK)]
    [InlineData("admin", "function", HttpStatusCode.Unauthorized)]
    [InlineData("admin", "master", HttpStatusCode.OK)]
    public async Task Level_WithKey_OpensAsAzureDoes(string route, string? key, HttpStatusCode expected)
    {
        Assert.Equal(expected, await StatusAsync($"/api/{route}", key is null ? null : Key(key)));
    }

    [Fact]
    public async Task Key_InTheQuery_OpensToo() =>
        Assert.Equal(HttpStatusCode.OK, await StatusAsync($"/api/guarded?code={Key("function")}", null));

    private async Task<HttpStatusCode> StatusAsync(string path, string? key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("x-functions-key", key);
        using var response = await _app.Http.SendAsync(request);
        return response.StatusCode;
    }

    private string Key(string name)
    {
        var keys = JsonDocument.Parse(File.ReadAllText(Path.Combine(_folder.Path, ".local", "keys.json"))).RootElement;
        return keys.TryGetProperty(name, out var key) ? key.GetString()! : name;
    }

    public static class Functions
    {
        [Function("Open")]
        public static IResult Open([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) => Results.Ok();

        [Function("Guarded")]
        public static IResult Guarded([HttpTrigger("get")] HttpRequest request) => Results.Ok();

        [Function("Admin")]
        public static IResult Admin([HttpTrigger(AuthorizationLevel.Admin, "get")] HttpRequest request) => Results.Ok();
    }
}
