using VideoGate.Access;

namespace VideoGate.ReviewConsole;

/// <summary><c>/console/config.json</c>: settings that the page needs before sign-in. Contains no secrets.</summary>
/// <param name="ClientId">Null if sign-in is not configured.</param>
/// <param name="Wellness">What cases start with, by the console's names of preferences.</param>
internal sealed record ConsoleConfiguration(
    Uri Authority, string? ClientId, string Scopes, IReadOnlyDictionary<string, bool> Wellness)
{
    public static ConsoleConfiguration Of(ConsoleOptions console, IdentityOptions identity) => new(
        identity.Authority!,
        string.IsNullOrWhiteSpace(console.ClientId) ? null : console.ClientId,
        console.Scopes ?? $"openid offline_access {identity.Audience}/.default",
        new Dictionary<string, bool> { ["blur"] = console.Blur, ["grey"] = console.Greyscale, ["muted"] = console.Mute });
}
