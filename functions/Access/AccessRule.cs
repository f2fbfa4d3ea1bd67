using System.Security.Claims;

namespace VideoGate.Access;

/// <summary>Roles that may call a function.</summary>
public sealed class AccessRule
{
    private readonly IReadOnlyList<string> _roles;

    private AccessRule(IReadOnlyList<string> roles, bool isAnonymous) => (_roles, IsAnonymous) = (roles, isAnonymous);

    /// <summary>Admits every caller, without a token.</summary>
    public static AccessRule Anonymous { get; } = new([], isAnonymous: true);

    public bool IsAnonymous { get; }

    public static AccessRule AnyOf(IReadOnlyList<string> roles) => new(roles, isAnonymous: false);

    public bool Admits(ClaimsPrincipal caller) => IsAnonymous || _roles.Any(caller.IsInRole);
}
