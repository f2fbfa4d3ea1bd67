using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace VideoGate.Webhooks;

/// <summary>Signs events by Standard Webhooks 1.0: HMAC-SHA256 over <c>id.timestamp.body</c>.</summary>
internal static class WebhookSecret
{
    private const string Prefix = "whsec_";
    private const int LeastBytes = 24;
    private const int MostBytes = 64;

    public static bool IsValid(string? secret) =>
        secret is not null
        && secret.StartsWith(Prefix, StringComparison.Ordinal)
        && Base64.IsValid(secret.AsSpan(Prefix.Length), out var length)
        && length is >= LeastBytes and <= MostBytes;

    /// <summary>Adds <c>webhook-id</c>, <c>webhook-timestamp</c> and <c>webhook-signature</c> to a request with this body.</summary>
    public static void Sign(HttpRequestMessage request, WebhookEndpoint endpoint, string id, DateTimeOffset timestamp, string body)
    {
        request.Headers.Add("webhook-id", id);
        request.Headers.Add("webhook-timestamp", timestamp.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        request.Headers.Add("webhook-signature", Sign(endpoint, id, timestamp, body));
    }

    /// <summary>Gets the value of <c>webhook-signature</c>: one signature per secret, the first secret's first.</summary>
    public static string Sign(WebhookEndpoint endpoint, string id, DateTimeOffset timestamp, string body)
    {
        var signed = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id}.{timestamp.ToUnixTimeSeconds()}.{body}"));
        return string.Join(' ', new[] { endpoint.Secret, endpoint.SecondSecret }
            .OfType<string>().Where(secret => secret.Length > 0)
            .Select(secret =>
                $"v1,{Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(secret[Prefix.Length..]), signed))}"));
    }
}
