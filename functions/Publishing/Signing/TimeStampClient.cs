using System.Net.Http.Headers;
using VideoGate.Outbound;

namespace VideoGate.Publishing.Signing;

/// <summary>Asks a time-stamping authority over HTTP (RFC 3161, section 3.4).</summary>
internal sealed class TimeStampClient(Uri authority, SigningSettings settings) : IDisposable
{
    private const int MaxAnswer = 64 << 10;

    private readonly HttpClient _http = new(new OutboundTargets(settings.LoopbackTargets).Handler())
    {
        Timeout = settings.TimeStampTimeout,
        MaxResponseContentBufferSize = MaxAnswer,
    };

    /// <param name="request">A TimeStampReq in DER.</param>
    /// <returns>Its TimeStampResp.</returns>
    /// <exception cref="HttpRequestException">The authority does not answer, or refuses.</exception>
    public async ValueTask<byte[]> AskAsync(ReadOnlyMemory<byte> request, CancellationToken cancellationToken)
    {
        using var content = new ReadOnlyMemoryContent(request);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/timestamp-query");
        using var response = await _http.PostAsync(authority, content, cancellationToken);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadAsByteArrayAsync(cancellationToken);
    }

    public void Dispose() => _http.Dispose();
}
