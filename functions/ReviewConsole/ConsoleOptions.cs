using System.ComponentModel.DataAnnotations;

namespace VideoGate.ReviewConsole;

/// <summary>How the console signs in; the authority and the audience are those of section <c>Identity</c>.</summary>
public sealed class ConsoleOptions
{
    public const string Section = "Console";

    /// <summary>
    /// Client id of the console as the authority knows it: a public client (single-page application) with the redirect URI
    /// <c>{app}/console/</c>. Without it the API works and the console says that nobody can sign in.
    /// </summary>
    [StringLength(200)]
    public string? ClientId { get; set; }

    /// <summary>OAuth 2.0 scopes, separated by spaces. Null asks for <c>openid offline_access {audience}/.default</c>.</summary>
    [StringLength(1000)]
    public string? Scopes { get; set; }
}
