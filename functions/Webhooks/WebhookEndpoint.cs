namespace VideoGate.Webhooks;

/// <summary>A receiver.</summary>
public sealed class WebhookEndpoint
{
    /// <summary>HTTPS, at a public address.</summary>
    public Uri? Url { get; set; }

    /// <summary><c>whsec_</c> and base64 of 24 to 64 bytes (Standard Webhooks).</summary>
    public string? Secret { get; set; }

    /// <summary>Signs too while the receiver changes from one secret to the other.</summary>
    public string? SecondSecret { get; set; }

    /// <summary>Names the endpoint in deliveries under way, whatever its place in the settings.</summary>
    internal string Key => Cases.Base32.Hash(Url!.AbsoluteUri);
}
