using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Extensions.Options;
using VideoGate.Cases;
using VideoGate.Outbound;
using VideoGate.Webhooks;

namespace VideoGate.Detectors;

/// <summary>Asks detectors over HTTP. Their answers are untrusted: bounded, and checked before use.</summary>
public sealed class DetectorClient : IDisposable
{
    internal const int MaxAnswer = 16 * 1024;
    internal const int MaxText = 500;

    private readonly HttpClient _http;
    private readonly TimeProvider _time;

    public DetectorClient(IOptions<DetectorOptions> options, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(options);
        _time = time;
        _http = new HttpClient(new OutboundTargets(options.Value.LoopbackTargets).Handler())
        {
            Timeout = options.Value.Timeout,
            MaxResponseContentBufferSize = MaxAnswer,
        };
    }

    /// <returns>The result, or null if the detector does not answer now: ask again later.</returns>
    internal async Task<DetectorResult?> AskAsync(DetectorEndpoint detector, DetectorRequest asked, CancellationToken cancellationToken)
    {
        using var request = Request(detector, asked, _time.GetUtcNow());
        try
        {
            using var response = await _http.SendAsync(request, cancellationToken);
            return response.IsSuccessStatusCode ? Read(detector.Name!, await response.Content.ReadAsByteArrayAsync(cancellationToken))
                : response.StatusCode is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests || (int)response.StatusCode >= 500
                    ? null
                : new(detector.Name!, DetectorState.Unavailable);
        }
        catch (HttpRequestException)
        {
            return null;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    /// <summary>Reads an answer: unavailable unless it has a score from 0 to 1.</summary>
    internal static DetectorResult Read(string name, ReadOnlySpan<byte> body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, DetectorJson.Default.DetectorAnswer) is { Score: >= 0 and <= 1 } answer
                ? new(name, DetectorState.Judged, answer.Score, Shorten(answer.Model), Shorten(answer.Words))
                : new(name, DetectorState.Unavailable);
        }
        catch (JsonException)
        {
            return new(name, DetectorState.Unavailable);
        }
    }

    public void Dispose() => _http.Dispose();

    private static HttpRequestMessage Request(DetectorEndpoint detector, DetectorRequest asked, DateTimeOffset now)
    {
        var body = JsonSerializer.Serialize(asked, DetectorJson.Default.DetectorRequest);
        var id = $"msg_{Base32.Hash($"{asked.CaseId}/{detector.Name}")}";
        var request = new HttpRequestMessage(HttpMethod.Post, detector.Url)
        {
            Content = new StringContent(body, new MediaTypeHeaderValue("application/json")),
        };
        WebhookSecret.Sign(request, new() { Secret = detector.Secret }, id, now, body);
        return request;
    }

    private static string? Shorten(string? text) => text is { Length: > MaxText } ? text[..MaxText] : text;
}
