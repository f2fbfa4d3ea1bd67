using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Options;
using VideoGate.Outbound;

namespace VideoGate.Webhooks;

/// <summary>Posts events to receivers. Untrusted: uses only the status and headers of a response.</summary>
public sealed class WebhookClient : IDisposable
{
    private const string MediaType = "application/cloudevents+json";
    private const int LongestBody = 4096;

    private readonly HttpClient _http;
    private readonly TimeProvider _time;

    public WebhookClient(IOptions<WebhookOptions> options, TimeProvider time)
        : this(options, time, new OutboundTargets(options.Value.LoopbackTargets))
    {
    }

    internal WebhookClient(IOptions<WebhookOptions> options, TimeProvider time, OutboundTargets targets)
    {
        _time = time;
        var handler = targets.Handler();
        handler.MaxResponseDrainSize = LongestBody;
        _http = new HttpClient(handler) { Timeout = options.Value.Timeout };
    }

    public async Task<DeliveryAnswer> SendAsync(WebhookEndpoint endpoint, WebhookDelivery delivery, CancellationToken cancellationToken)
    {
        using var request = Request(endpoint, delivery, _time.GetUtcNow());
        try
        {
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            return Judge(response);
        }
        catch (HttpRequestException exception)
        {
            return new(false,
                exception.InnerException is TargetRefusedException refused
                    ? refused.Message
                    : $"The request failed: {exception.HttpRequestError}.");
        }
        catch (Exception exception) when (exception is SocketException or IOException)
        {
            return new(false, "The connection broke.");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new(false, "No answer in time.");
        }
    }

    private static HttpRequestMessage Request(WebhookEndpoint endpoint, WebhookDelivery delivery, DateTimeOffset now)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, endpoint.Url)
        {
            Content = new ByteArrayContent(Encoding.UTF8.GetBytes(delivery.Body))
            {
                Headers = { ContentType = new MediaTypeHeaderValue(MediaType, "utf-8") },
            },
        };
        WebhookSecret.Sign(request, endpoint, delivery.Id, now, delivery.Body);
        return request;
    }

    /// <remarks>A redirect is a failure: its target is not configured. With 410 a receiver unsubscribes.</remarks>
    private DeliveryAnswer Judge(HttpResponseMessage response) => new(
        response.IsSuccessStatusCode,
        string.Create(CultureInfo.InvariantCulture, $"The endpoint answered {(int)response.StatusCode}."),
        response.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - _time.GetUtcNow(),
            _ => null,
        },
        Final: response.StatusCode is HttpStatusCode.Gone);

    public void Dispose() => _http.Dispose();
}
