using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace VideoGate.Http;

internal static class HttpInvocation
{
    /// <summary>Gets whether the function has an HTTP trigger; based on its own binding, which a request cannot change.</summary>
    public static bool IsHttp(this FunctionContext context) =>
        context.FunctionDefinition.InputBindings.Values.Any(binding => binding.Type == "httpTrigger");

    /// <exception cref="InvalidOperationException">The middleware runs before the one that provides the request.</exception>
    public static HttpContext HttpContext(this FunctionContext context) =>
        context.GetHttpContext() ?? throw new InvalidOperationException(
            "The HTTP request is not available yet: call ConfigureFunctionsWebApplication() before adding middleware.");
}
