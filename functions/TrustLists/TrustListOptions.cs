using System.ComponentModel.DataAnnotations;

namespace VideoGate.TrustLists;

/// <summary>Section <c>TrustLists</c>: trusted issuers of content credentials.</summary>
public sealed class TrustListOptions
{
    public const string Section = "TrustLists";

    /// <summary>HTTPS URL of the authorities of C2PA signers, in PEM. Without it no signer is validated: all stay unverified.</summary>
    public Uri? Signers { get; set; }

    /// <summary>HTTPS URL of the authorities of time-stamps on signatures, in PEM. Without it no time-stamp is accepted.</summary>
    public Uri? TimeStampers { get; set; }

    /// <summary>
    /// HTTPS URL of the C2PA Conforming Products List, in JSON: reports name the product of a trusted signer. Without it none is named.
    /// </summary>
    public Uri? Products { get; set; }

    /// <summary>Maximum time since a list was last confirmed by its source, before an operator must check.</summary>
    [Range(typeof(TimeSpan), "01:00:00", "90.00:00:00")]
    public TimeSpan MaxAge { get; set; } = TimeSpan.FromDays(7);

    /// <summary>Timeout of a download, redirects included.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:02:00")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Maximum size of a list in bytes; the official ones have 40,000 to some hundred thousand.</summary>
    [Range(1 << 10, 16 << 20)]
    public int MaxBytes { get; set; } = 1 << 20;

    /// <summary>Sources on this machine as <c>host:port</c>, accessed over the loopback interface without TLS. For development.</summary>
    public IList<string> LoopbackTargets { get; } = [];

    /// <summary>Gets the configured lists with their URLs.</summary>
    internal IEnumerable<(TrustListKind Kind, Uri Address)> Configured =>
        from list in new[]
        {
            (Kind: TrustListKind.Signers, Address: Signers),
            (Kind: TrustListKind.TimeStampers, Address: TimeStampers),
            (Kind: TrustListKind.Products, Address: Products),
        }
        where list.Address is not null
        select (list.Kind, list.Address);
}
