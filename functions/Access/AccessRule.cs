using System.Security.Claims;

namespace VideoGate.Access;

/// <summary>Roles that may call a function.</summary>
public sealed class AccessRule
{
    private AccessRule(IReadOnlyList<string> roles, bool isAnonymous) => (Roles, IsAnonymous) = (roles, isAnonymous);

    /// <summary>The roles of which a caller needs one; empty if none is needed.</summary>
    public IReadOnlyList<string> Roles { get; }

    /// <summary>Admits every caller, without a token.</summary>
    public static AccessRule Anonymous { get; } = new([], isAnonymous: true);

    public bool IsAnonymous { get; }

    public static AccessRule AnyOf(IReadOnlyList<string> roles) => new(roles, isAnonymous: false);

    public bool Admits(ClaimsPrincipal caller) => IsAnonymous || Roles.Any(caller.IsInRole);
}
