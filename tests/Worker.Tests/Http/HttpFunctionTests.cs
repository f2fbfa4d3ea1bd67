using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Http;
using Microsoft.Extensions.Configuration;
using Worker.Tests.Support;

namespace Worker.Tests.Http;

public sealed class HttpFunctionTests : IAsyncLifetime, IDisposable
{
    private readonly TempFolder _folder = new();
    private RunningApp _app = null!;

    public async Task InitializeAsync() =>
        _app = await RunningApp.StartAsync(RunningApp.Builder(
            _folder.Path, new Dictionary<string, string> { ["Suffix"] = "by id" }, typeof(Functions)));

    public async Task DisposeAsync() => await _app.DisposeAsync();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("items/7", "7 as a number")]
    [InlineData("items/seven", "seven as text")]
    [InlineData("items/1c3d0a5e-7f0b-4a57-8e0e-6a1f6c5b7d11/by-id", "1c3d0a5e-7f0b-4a57-8e0e-6a1f6c5b7d11 by id")]
    [InlineData("items/%E4%B8%AD%20%E6%96%87", "中 文 as text")]
    public async Task Route_WithValues_BindsThemByName(string path, string answer) =>
        Assert.Equal(answer, await _app.Http.GetFromJsonAsync<string>($"/api/{path}"));

    [Fact]
    public async Task Body_OfJson_BindsToTheRecord()
    {
        using var response = await _app.Http.PostAsJsonAsync("/api/echo", new Note("hello"));

        Assert.Equal(new Note("hello"), await response.Content.ReadFromJsonAsync<Note>());
    }

    [Fact]
    public async Task Body_OfNoJson_FailsTheInvocation()
    {
        using var body = new StringContent("{", null, "application/json");
        using var response = await _app.Http.PostAsync(new Uri("/api/echo", UriKind.Relative), body);

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Contains(_app.Log.Entries, entry => entry.Text.Contains("'Echo'", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Function_WithoutResult_WritesTheResponseItself() =>
        Assert.Equal("written", await _app.Http.GetStringAsync(new Uri("/api/write", UriKind.Relative)));

    [Theory]
    [InlineData("GET", "nowhere")]
    [InlineData("DELETE", "items/7")]
    public async Task Request_ThatNoFunctionAnswers_IsNotFound(string method, string path)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), $"/api/{path}");
        using var response = await _app.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task Function_ThatThrows_AnswersWith500AndNoDetails()
    {
        using var response = await _app.Http.GetAsync(new Uri("/api/throw", UriKind.Relative));

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsStringAsync());
    }

    public sealed record Note(string Text);

    public sealed class Functions(IConfiguration settings)
    {
        [Function("ItemByNumber")]
        public static IResult ByNumber(
            [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "items/{number:int}")] HttpRequest request, int number) =>
            Results.Ok($"{number} as a number");

        [Function("ItemByName")]
        public static Task<IResult> ByName(
            [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "items/{name}")] HttpRequest request, string name) =>
            Task.FromResult(Results.Ok($"{name} as text"));

        [Function("ItemById")]
        public IResult ById(
            [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "items/{id:guid}/by-id")] HttpRequest request,
            Guid id,
            FunctionContext context,
            CancellationToken cancellation) =>
            Results.Ok(context.FunctionDefinition.Name == "ItemById" && !cancellation.IsCancellationRequested ? $"{id} {settings["Suffix"]}" : "");

        [Function("Echo")]
        public static IResult Echo(
            [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "echo")] HttpRequest request, [FromBody] Note note) =>
            TypedResults.Ok(note);

        [Function("Write")]
        public static Task Write([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) =>
            request.HttpContext.Response.WriteAsync("written");

        [Function("Throw")]
        public static IResult Throw([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request) =>
            throw new InvalidOperationException("The secret is 42.");
    }
}
