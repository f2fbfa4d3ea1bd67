using VideoGate.Access;

namespace VideoGate.ReviewConsole;

/// <summary><c>/console/config.json</c>: settings that the page needs before sign-in. Contains no secrets.</summary>
/// <param name="ClientId">Null if sign-in is not configured.</param>
internal sealed record ConsoleConfiguration(Uri Authority, string? ClientId, string Scopes)
{
    public static ConsoleConfiguration Of(ConsoleOptions console, IdentityOptions identity) => new(
        identity.Authority!,
        string.IsNullOrWhiteSpace(console.ClientId) ? null : console.ClientId,
        console.Scopes ?? $"openid offline_access {identity.Audience}/.default");
}
