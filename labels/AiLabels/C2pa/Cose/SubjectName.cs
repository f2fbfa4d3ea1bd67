using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace AiLabels.C2pa.Cose;

/// <summary>Organization and common name of a certificate's subject.</summary>
internal sealed record SubjectName(string? Organization, string? CommonName)
{
    private const string CommonNameOid = "2.5.4.3";
    private const string OrganizationOid = "2.5.4.10";

    /// <summary>Gets <c>organization, common name</c>; null if the certificate names neither.</summary>
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
            // A name that cannot be decoded counts as absent; the certificate can still be validated.
        }

        return new SubjectName(organization, commonName);
    }
}
