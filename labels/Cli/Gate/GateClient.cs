using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace AiLabels.Cli.Gate;

/// <summary>Calls the API of a gate. The token goes to its address alone; requests that it is too busy for are repeated.</summary>
internal sealed class GateClient : IDisposable
{
    private const int Attempts = 8;
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);

    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = Timeout.InfiniteTimeSpan };
    private readonly Uri _address;
    private readonly AuthenticationHeaderValue _token;

    public GateClient(Uri address, string token) =>
        (_address, _token) = (new($"{address.AbsoluteUri.TrimEnd('/')}/"), new("Bearer", token));

    /// <summary>Pauses before a repeated request; a test does not wait.</summary>
    internal Func<TimeSpan, CancellationToken, Task> Pause { get; init; } = Task.Delay;

    public Task<JsonElement> GetAsync(string path, CancellationToken cancellation) =>
        SendAsync(HttpMethod.Get, path, body: null, cancellation);

    public Task<JsonElement> PostAsync(string path, byte[] body, CancellationToken cancellation) =>
        SendAsync(HttpMethod.Post, path, body, cancellation);

    /// <returns>The text, and the path of the next page or null.</returns>
    public async Task<(string Text, string? Next)> ReadPageAsync(string path, CancellationToken cancellation)
    {
        using var response = await AnswerAsync(() => Request(HttpMethod.Get, path, body: null), cancellation);
        var next = response.Headers.TryGetValues("Link", out var links) ? links.First().TrimStart('<').Split('>')[0].TrimStart('/') : null;
        return (await response.Content.ReadAsStringAsync(cancellation), next);
    }

    /// <summary>Writes a part of a blob to a signed address, which needs no token.</summary>
    public async Task PutAsync(
        Uri signed, Func<HttpContent> content, IReadOnlyDictionary<string, string> headers, CancellationToken cancellation)
    {
        using var response = await AnswerAsync(
            () =>
            {
                var request = new HttpRequestMessage(HttpMethod.Put, signed) { Content = content() };
                foreach (var (name, value) in headers)
                {
                    request.Headers.TryAddWithoutValidation(name, value);
                }

                return request;
            },
            cancellation);
    }

    public void Dispose() => _http.Dispose();

    private async Task<JsonElement> SendAsync(HttpMethod method, string path, byte[]? body, CancellationToken cancellation)
    {
        using var response = await AnswerAsync(() => Request(method, path, body), cancellation);
        await using var text = await response.Content.ReadAsStreamAsync(cancellation);
        using var json = await JsonDocument.ParseAsync(text, cancellationToken: cancellation);
        return json.RootElement.Clone();
    }

    private HttpRequestMessage Request(HttpMethod method, string path, byte[]? body)
    {
        var request = new HttpRequestMessage(method, new Uri(_address, path)) { Headers = { Authorization = _token } };
        if (body is not null)
        {
            request.Content = new ByteArrayContent(body) { Headers = { ContentType = new("application/json") } };
        }

        return request;
    }

    private async Task<HttpResponseMessage> AnswerAsync(Func<HttpRequestMessage> create, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            var (response, failure) = await TryAsync(create, cancellation);
            if (response is { IsSuccessStatusCode: true })
            {
                return response;
            }

            var isBusy = response is null or { StatusCode: HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError };
            if (!isBusy || attempt == Attempts)
            {
                using (response)
                {
                    throw await RefusalAsync(response, failure, cancellation);
                }
            }

            var pause = response?.Headers.RetryAfter?.Delta ?? TimeSpan.FromSeconds(Math.Pow(2, attempt - 1));
            response?.Dispose();
            await Pause(pause < LongestPause ? pause : LongestPause, cancellation);
        }
    }

    private async Task<(HttpResponseMessage? Response, Exception? Failure)> TryAsync(
        Func<HttpRequestMessage> create, CancellationToken cancellation)
    {
        using var request = create();
        try
        {
            return (await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation), null);
        }
        catch (HttpRequestException unreachable)
        {
            return (null, unreachable);
        }
    }

    private static async Task<GateException> RefusalAsync(
        HttpResponseMessage? response, Exception? failure, CancellationToken cancellation)
    {
        if (response is null)
        {
            return new($"the gate does not answer: {failure!.Message}", isFinal: true, failure);
        }

        var isFinal = response.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden;
        return new($"{(int)response.StatusCode} {await DetailAsync(response, cancellation)}".TrimEnd(), isFinal);
    }

    /// <summary>Gets what a problem (RFC 9457) says.</summary>
    private static async Task<string> DetailAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        try
        {
            using var problem = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(cancellation));
            return problem.RootElement.TryGetProperty("detail", out var detail) ? detail.GetString() ?? ""
                : problem.RootElement.TryGetProperty("title", out var title) ? title.GetString() ?? ""
                : "";
        }
        catch (JsonException)
        {
            return response.ReasonPhrase ?? "";
        }
    }
}
