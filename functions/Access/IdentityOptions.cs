using System.ComponentModel.DataAnnotations;

namespace VideoGate.Access;

/// <summary>Whose tokens this app accepts.</summary>
public sealed class IdentityOptions
{
    public const string Section = "Identity";

    /// <summary>Issuer's base address: <c>.well-known/openid-configuration</c> below it names the issuer and its keys.</summary>
    [Required]
    public Uri? Authority { get; set; }

    /// <summary>The <c>aud</c> that a token must carry: this app's own.</summary>
    [Required]
    public string? Audience { get; set; }

    /// <summary>Off only where the authority is on the loopback interface.</summary>
    public bool RequireHttpsMetadata { get; set; } = true;

    /// <summary>How far the issuer's clock may be from ours.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:05:00")]
    public TimeSpan ClockSkew { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long the authority may take to answer.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:01:00")]
    public TimeSpan MetadataTimeout { get; set; } = TimeSpan.FromSeconds(5);
}
