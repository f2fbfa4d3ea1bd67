using System.ComponentModel.DataAnnotations;

namespace VideoGate.Access;

/// <summary>Settings of token validation.</summary>
public sealed class IdentityOptions
{
    public const string Section = "Identity";

    /// <summary>Base address of the issuer; <c>.well-known/openid-configuration</c> below it lists the issuer and its keys.</summary>
    [Required]
    public Uri? Authority { get; set; }

    /// <summary>Required <c>aud</c> claim: this app's own audience.</summary>
    [Required]
    public string? Audience { get; set; }

    /// <summary>Requires HTTPS to the authority. Disable only if the authority is on the loopback interface.</summary>
    public bool RequireHttpsMetadata { get; set; } = true;

    /// <summary>Tolerated difference between the issuer's clock and the local clock.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:05:00")]
    public TimeSpan ClockSkew { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Timeout of requests to the authority.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:01:00")]
    public TimeSpan MetadataTimeout { get; set; } = TimeSpan.FromSeconds(5);
}
