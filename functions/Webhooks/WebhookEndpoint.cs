namespace VideoGate.Webhooks;

/// <summary>A receiver.</summary>
public sealed class WebhookEndpoint
{
    /// <summary>HTTPS URL at a public address.</summary>
    public Uri? Url { get; set; }

    /// <summary><c>whsec_</c> followed by base64 of 24 to 64 bytes (Standard Webhooks).</summary>
    public string? Secret { get; set; }

    /// <summary>An additional signing secret, for rotation at the receiver.</summary>
    public string? SecondSecret { get; set; }

    /// <summary>Identifies the endpoint in active deliveries, independent of its position in the settings.</summary>
    internal string Key => Cases.Base32.Hash(Url!.AbsoluteUri);
}
