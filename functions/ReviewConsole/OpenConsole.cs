using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace VideoGate.ReviewConsole;

/// <summary><c>GET /</c>: redirects to the console.</summary>
public static class OpenConsole
{
    // The host replaces an empty route with the function's name; an optional parameter of length zero matches only the root.
    private const string Root = "{root:maxlength(0)?}";

    [Function(nameof(OpenConsole))]
    public static IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Root)] HttpRequest request) =>
        Results.Redirect("/console/");
}
