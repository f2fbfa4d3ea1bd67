using System.ComponentModel.DataAnnotations;

namespace VideoGate.ReviewConsole;

/// <summary>Sign-in settings of the console; authority and audience are those of section <c>Identity</c>.</summary>
public sealed class ConsoleOptions
{
    public const string Section = "Console";

    /// <summary>
    /// Client id of the console at the authority: a public client (single-page application) with the redirect URI
    /// <c>{app}/console/</c>. Without it the API works, and the console reports that sign-in is not configured.
    /// </summary>
    [StringLength(200)]
    public string? ClientId { get; set; }

    /// <summary>OAuth 2.0 scopes, space-separated. Null requests <c>openid offline_access {audience}/.default</c>.</summary>
    [StringLength(1000)]
    public string? Scopes { get; set; }
}
