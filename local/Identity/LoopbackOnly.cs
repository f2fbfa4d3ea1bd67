using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace VideoGate.Local.Identity;

/// <summary>
/// What stands in for Azure answers this machine alone. The listener is bound to loopback; the Host header is looked at too,
/// so that a web page whose name was rebound to 127.0.0.1 gets no token out of it.
/// </summary>
public static class LoopbackOnly
{
    public static RouteGroupBuilder MapLoopbackOnly(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("");
        group.AddEndpointFilter(async (context, next) =>
            IsLocal(context.HttpContext) ? await next(context) : Results.StatusCode(StatusCodes.Status403Forbidden));
        return group;
    }

    private static bool IsLocal(HttpContext http) =>
        http.Connection.RemoteIpAddress is { } remote && IPAddress.IsLoopback(remote)
        && (http.Request.Host.Host is "localhost" || (IPAddress.TryParse(http.Request.Host.Host, out var named) && IPAddress.IsLoopback(named)));
}
