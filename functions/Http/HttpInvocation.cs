using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace VideoGate.Http;

internal static class HttpInvocation
{
    /// <summary>Whether a request started this invocation, judged by the function's own binding, which no request can change.</summary>
    public static bool IsHttp(this FunctionContext context) =>
        context.FunctionDefinition.InputBindings.Values.Any(binding => binding.Type == "httpTrigger");

    /// <exception cref="InvalidOperationException">The middleware runs before the one that provides the request.</exception>
    public static HttpContext HttpContext(this FunctionContext context) =>
        context.GetHttpContext() ?? throw new InvalidOperationException(
            "The HTTP request is not there yet: call ConfigureFunctionsWebApplication() before adding middleware.");
}
