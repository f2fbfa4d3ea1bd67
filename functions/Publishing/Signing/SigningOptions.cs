using System.ComponentModel.DataAnnotations;

namespace VideoGate.Publishing.Signing;

/// <summary>Section <c>Labelling</c>, second part: who signs labelled copies (C2PA content credentials).</summary>
public sealed class SigningOptions
{
    public const string Section = "Labelling";

    /// <summary>
    /// The platform's certificate chain and private key: PEM, or PKCS#12 without password in base64, as the secret of a certificate in
    /// Azure Key Vault holds it. Without it labelled copies are not signed.
    /// </summary>
    public string? Signer { get; set; }

    /// <summary>
    /// Address of an RFC 3161 time-stamping authority that is asked for each signature. Without one, signatures end with the certificate.
    /// </summary>
    public Uri? TimeStampAuthority { get; set; }

    /// <summary>Time after which a copy is signed without a time-stamp.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:01:00")]
    public TimeSpan TimeStampTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Time-stamping authorities on this machine, <c>host:port</c>; only for development.</summary>
    public IList<string> LoopbackTargets { get; } = [];
}
