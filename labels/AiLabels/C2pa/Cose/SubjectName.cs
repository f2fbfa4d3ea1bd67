using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace AiLabels.C2pa.Cose;

/// <summary>Organisation and common name that a certificate claims for its subject.</summary>
internal sealed record SubjectName(string? Organization, string? CommonName)
{
    private const string CommonNameOid = "2.5.4.3";
    private const string OrganizationOid = "2.5.4.10";

    /// <summary><c>organisation, common name</c>; null when the certificate names neither.</summary>
    public string? Text => Parts.Any() ? string.Join(", ", Parts) : null;

    public IEnumerable<string> Parts => new[] { Organization, CommonName }.OfType<string>();

    public static SubjectName Read(X509Certificate2 certificate)
    {
        string? organization = null, commonName = null;
        try
        {
            foreach (var part in certificate.SubjectName.EnumerateRelativeDistinguishedNames())
            {
                if (!part.HasMultipleElements)
                {
                    organization = part.GetSingleElementType().Value == OrganizationOid ? part.GetSingleElementValue() : organization;
                    commonName = part.GetSingleElementType().Value == CommonNameOid ? part.GetSingleElementValue() : commonName;
                }
            }
        }
        catch (CryptographicException)
        {
            // A name that cannot be decoded is no name; the certificate may still be judged.
        }

        return new SubjectName(organization, commonName);
    }
}
