namespace AiLabels.C2pa.Cose;

/// <summary>Object identifiers of keys, curves and extended key usages.</summary>
internal static class Oids
{
    public const string Ed25519 = "1.3.101.112";
    public const string EllipticCurve = "1.2.840.10045.2.1";
    public const string P256 = "1.2.840.10045.3.1.7";
    public const string P384 = "1.3.132.0.34";
    public const string P521 = "1.3.132.0.35";
    public const string Rsa = "1.2.840.113549.1.1.1";
    public const string RsaPss = "1.2.840.113549.1.1.10";

    public const string AnyPurpose = "2.5.29.37.0";
    public const string ClaimSigning = "1.3.6.1.4.1.62558.2.1";
    public const string DocumentSigning = "1.3.6.1.5.5.7.3.36";
    public const string EmailProtection = "1.3.6.1.5.5.7.3.4";
    public const string OcspSigning = "1.3.6.1.5.5.7.3.9";
    public const string TimeStamping = "1.3.6.1.5.5.7.3.8";
}
