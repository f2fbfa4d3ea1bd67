namespace VideoGate.Detectors;

/// <summary>A detector.</summary>
public sealed class DetectorEndpoint
{
    /// <summary>Name in policies and cases: lower-case letters, digits and hyphens.</summary>
    public string? Name { get; set; }

    /// <summary>HTTPS URL at a public address.</summary>
    public Uri? Url { get; set; }

    /// <summary>Signs requests: <c>whsec_</c> followed by base64 of 24 to 64 bytes (Standard Webhooks).</summary>
    public string? Secret { get; set; }
}
