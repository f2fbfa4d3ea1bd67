using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace AiLabels.C2pa.Cose;

/// <summary>Organization and common name of a certificate's subject.</summary>
internal sealed record SubjectName(string? Organization, string? CommonName)
{
    private const string CommonNameOid = "2.5.4.3";
    private const string CountryOid = "2.5.4.6";
    private const string OrganizationOid = "2.5.4.10";
    private const string UnitOid = "2.5.4.11";

    /// <summary>Organizational unit.</summary>
    public string? Unit { get; private init; }

    public string? Country { get; private init; }

    /// <summary>Gets <c>organization, common name</c>; null if the certificate names neither.</summary>
    public string? Text => Parts.Any() ? string.Join(", ", Parts) : null;

    public IEnumerable<string> Parts => new[] { Organization, CommonName }.OfType<string>();

    public static SubjectName Read(X509Certificate2 certificate)
    {
        var values = new Dictionary<string, string?>();
        try
        {
            foreach (var part in certificate.SubjectName.EnumerateRelativeDistinguishedNames())
            {
                if (!part.HasMultipleElements
                    && part.GetSingleElementType().Value is CommonNameOid or CountryOid or OrganizationOid or UnitOid)
                {
                    values[part.GetSingleElementType().Value!] = part.GetSingleElementValue();
                }
            }
        }
        catch (CryptographicException)
        {
            // A name that cannot be decoded counts as absent; the certificate can still be validated.
        }

        return new SubjectName(values.GetValueOrDefault(OrganizationOid), values.GetValueOrDefault(CommonNameOid))
        {
            Unit = values.GetValueOrDefault(UnitOid),
            Country = values.GetValueOrDefault(CountryOid),
        };
    }
}
