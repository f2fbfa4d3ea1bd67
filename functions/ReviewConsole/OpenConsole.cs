using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace VideoGate.ReviewConsole;

/// <summary><c>GET /</c>: leads to the console.</summary>
public static class OpenConsole
{
    // The host takes an empty route for none and uses the function's name; an optional parameter without room for a character matches the
    // root alone.
    private const string Root = "{root:maxlength(0)?}";

    [Function(nameof(OpenConsole))]
    public static IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Root)] HttpRequest request) =>
        Results.Redirect("/console/");
}
