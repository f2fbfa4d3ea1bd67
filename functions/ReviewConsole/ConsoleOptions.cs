using System.ComponentModel.DataAnnotations;

namespace VideoGate.ReviewConsole;

/// <summary>
/// Settings of the console: sign-in, with authority and audience of section <c>Identity</c>, and what moderators are spared.
/// </summary>
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

    /// <summary>Whether pictures are blurred when a case opens; moderators may choose otherwise for themselves.</summary>
    public bool Blur { get; set; } = true;

    /// <summary>Whether pictures are grey when a case opens; cases about unsafe content always begin blurred, grey and muted.</summary>
    public bool Greyscale { get; set; }

    /// <summary>Whether videos are muted when a case opens.</summary>
    public bool Mute { get; set; } = true;
}
