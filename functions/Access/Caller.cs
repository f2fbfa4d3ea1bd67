using System.Security.Claims;
using Microsoft.AspNetCore.Http;

namespace VideoGate.Access;

/// <summary>The authenticated caller of a request, from the validated token.</summary>
/// <param name="Subject">The token's <c>sub</c>.</param>
/// <param name="IsStaff">Works for the platform; may see other users' cases.</param>
/// <param name="IsSenior">May take over reviews that other moderators hold.</param>
public sealed record Caller(string Subject, bool IsStaff, bool IsSenior = false)
{
    public const string SubjectClaim = "sub";
    public const string RolesClaim = "roles";

    /// <exception cref="InvalidOperationException">The function is open to anonymous callers.</exception>
    public static Caller Of(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var user = request.HttpContext.User;
        var subject = user.FindFirstValue(SubjectClaim)
            ?? throw new InvalidOperationException("The caller was not authenticated: this function must not be anonymous.");
        return new Caller(subject, Roles.Staff.Any(user.IsInRole), user.IsInRole(Roles.SeniorModerator));
    }
}
