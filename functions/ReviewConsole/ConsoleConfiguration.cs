using VideoGate.Access;

namespace VideoGate.ReviewConsole;

/// <summary><c>/console/config.json</c>: what the page needs to know before anybody has signed in. Nothing in it is secret.</summary>
/// <param name="ClientId">Null when sign-in is not configured.</param>
internal sealed record ConsoleConfiguration(Uri Authority, string? ClientId, string Scopes)
{
    public static ConsoleConfiguration Of(ConsoleOptions console, IdentityOptions identity) => new(
        identity.Authority!,
        string.IsNullOrWhiteSpace(console.ClientId) ? null : console.ClientId,
        console.Scopes ?? $"openid offline_access {identity.Audience}/.default");
}
