using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Options;
using VideoGate.Outbound;

namespace VideoGate.TrustLists;

/// <summary>Downloads lists. Trusts a source for its content only: limits time, length, redirects and targets.</summary>
public sealed class TrustListSource : IDisposable
{
    private const int MostRedirects = 3;

    private readonly HttpClient _http;
    private readonly TrustListOptions _options;

    public TrustListSource(IOptions<TrustListOptions> options)
        : this(options, new OutboundTargets(options.Value.LoopbackTargets))
    {
    }

    internal TrustListSource(IOptions<TrustListOptions> options, OutboundTargets targets)
    {
        _options = options.Value;
        _http = new HttpClient(targets.Handler())
        {
            // The deadline below covers all requests of a download together.
            Timeout = Timeout.InfiniteTimeSpan,
            MaxResponseContentBufferSize = _options.MaxBytes,
        };
    }

    /// <exception cref="TrustListUnavailableException">There is no response, or no successful one.</exception>
    public async Task<byte[]> FetchAsync(Uri address, CancellationToken cancellationToken)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(_options.Timeout);
        try
        {
            return await FollowAsync(address, deadline.Token);
        }
        catch (HttpRequestException exception)
        {
            throw new TrustListUnavailableException(Reason(exception), exception);
        }
        catch (Exception exception) when (exception is SocketException or IOException)
        {
            throw new TrustListUnavailableException("The connection broke.", exception);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TrustListUnavailableException($"It was not received within {_options.Timeout}.", exception);
        }
    }

    private async Task<byte[]> FollowAsync(Uri address, CancellationToken cancellationToken)
    {
        for (var redirects = 0; redirects <= MostRedirects; redirects++)
        {
            using var response = await _http.GetAsync(address, cancellationToken);
            if (response.IsSuccessStatusCode)
            {
                return await response.Content.ReadAsByteArrayAsync(cancellationToken);
            }

            address = Next(address, response);
        }

        throw new TrustListUnavailableException($"The source redirects more than {MostRedirects} times.");
    }

    private Uri Next(Uri address, HttpResponseMessage response)
    {
        if (response.StatusCode is < HttpStatusCode.Moved or >= HttpStatusCode.BadRequest || response.Headers.Location is not { } location)
        {
            throw new TrustListUnavailableException(
                string.Create(CultureInfo.InvariantCulture, $"The source answered {(int)response.StatusCode}."));
        }

        var next = new Uri(address, location);
        return OutboundTargets.GetError(next, _options.LoopbackTargets) is { } error
            ? throw new TrustListUnavailableException($"The source redirects to an address that {error}")
            : next;
    }

    private string Reason(HttpRequestException exception) => exception switch
    {
        { InnerException: TargetRefusedException refused } => refused.Message,
        { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } => $"It is longer than {_options.MaxBytes} bytes.",
        _ => $"The request failed: {exception.HttpRequestError}.",
    };

    public void Dispose() => _http.Dispose();
}
