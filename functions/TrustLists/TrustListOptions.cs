using System.ComponentModel.DataAnnotations;

namespace VideoGate.TrustLists;

/// <summary>Section <c>TrustLists</c>: whom content credentials are believed to come from.</summary>
public sealed class TrustListOptions
{
    public const string Section = "TrustLists";

    /// <summary>
    /// HTTPS address of the authorities that C2PA signers must chain to, in PEM. Without it no signer is judged: all stay unverified.
    /// </summary>
    public Uri? Signers { get; set; }

    /// <summary>
    /// HTTPS address of the authorities that time-stamps on signatures must chain to, in PEM. Without it no time-stamp counts.
    /// </summary>
    public Uri? TimeStampers { get; set; }

    /// <summary>How long ago a list may have been confirmed by its source before somebody must look.</summary>
    [Range(typeof(TimeSpan), "01:00:00", "90.00:00:00")]
    public TimeSpan MaxAge { get; set; } = TimeSpan.FromDays(7);

    /// <summary>How long a download may take, redirects included.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:02:00")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Longest list in bytes; the official ones have about 40,000.</summary>
    [Range(1 << 10, 16 << 20)]
    public int MaxBytes { get; set; } = 1 << 20;

    /// <summary>
    /// <c>host:port</c> of sources on this machine, which are reached over the loopback interface and without TLS. For development.
    /// </summary>
    public IList<string> LoopbackTargets { get; } = [];

    /// <summary>The lists that are configured, with their addresses.</summary>
    internal IEnumerable<(TrustListKind Kind, Uri Address)> Configured =>
        from list in new[] { (Kind: TrustListKind.Signers, Address: Signers), (Kind: TrustListKind.TimeStampers, Address: TimeStampers) }
        where list.Address is not null
        select (list.Kind, list.Address);
}
