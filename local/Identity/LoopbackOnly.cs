using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace VideoGate.Local.Identity;

/// <summary>
/// Restricts the replacements for Azure services to this machine. The listener is bound to loopback; the Host header is checked too, so
/// that a web page whose name was rebound to 127.0.0.1 cannot get a token.
/// </summary>
public static class LoopbackOnly
{
    public static RouteGroupBuilder MapLoopbackOnly(this IEndpointRouteBuilder routes) =>
        routes.MapGroup("").RequireHost("localhost", "127.0.0.1");
}
