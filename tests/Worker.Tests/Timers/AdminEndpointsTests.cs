using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Worker.Tests.Support;

namespace Worker.Tests.Timers;

public sealed class AdminEndpointsTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly ConcurrentQueue<TimerInfo> _seen = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("Yearly", "master", HttpStatusCode.Accepted)]
    [InlineData("yearly", "master", HttpStatusCode.Accepted)]
    [InlineData("Yearly", "function", HttpStatusCode.Unauthorized)]
    [InlineData("Yearly", null, HttpStatusCode.Unauthorized)]
    [InlineData("Nobody", "master", HttpStatusCode.NotFound)]
    public async Task Post_FunctionByHand_RunsWithTheMasterKeyAlone(string function, string? key, HttpStatusCode expected)
    {
        await using var app = await StartAsync();

        Assert.Equal(expected, await PostAsync(app, function, key));

        if (expected is HttpStatusCode.Accepted)
        {
            await Eventually.TrueAsync(() => _seen.Count == 1, "the run");
        }
        else
        {
            Assert.Empty(_seen);
        }
    }

    [Fact]
    public async Task Post_FunctionThatFails_IsLogged()
    {
        await using var app = await StartAsync();

        Assert.Equal(HttpStatusCode.Accepted, await PostAsync(app, "Fails", "master"));

        await Eventually.TrueAsync(() => app.Log.Entries.Any(entry => entry.Text.Contains("'Fails', run by hand, failed", StringComparison.Ordinal)), "the log");
    }

    private async Task<RunningApp> StartAsync()
    {
        var builder = RunningApp.Builder(_folder.Path, null, typeof(Timers));
        builder.Services.AddSingleton(_seen);
        return await RunningApp.StartAsync(builder);
    }

    private async Task<HttpStatusCode> PostAsync(RunningApp app, string function, string? key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"/admin/functions/{function}", UriKind.Relative));
        if (key is not null)
        {
            using var keys = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(_folder.Path, ".local", "keys.json")));
            request.Headers.Add("x-functions-key", keys.RootElement.GetProperty(key).GetString());
        }

        using var response = await app.Http.SendAsync(request);
        return response.StatusCode;
    }

    public sealed class Timers(ConcurrentQueue<TimerInfo> seen)
    {
        [Function("Yearly")]
        public void Yearly([TimerTrigger("0 0 0 1 1 *")] TimerInfo timer) => seen.Enqueue(timer);

        [Function("Fails")]
        public static void Fails([TimerTrigger("0 0 0 1 1 *")] TimerInfo timer) => throw new InvalidOperationException("No.");
    }
}
