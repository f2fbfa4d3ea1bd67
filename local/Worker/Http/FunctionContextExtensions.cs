using Microsoft.AspNetCore.Http;

namespace Microsoft.Azure.Functions.Worker;

public static class FunctionContextExtensions
{
    // The key under which the real package keeps the request: tests of middleware may rely on it.
    internal const string ItemKey = "HttpRequestContext";

    /// <summary>The request of an HTTP invocation; null for every other trigger.</summary>
    public static HttpContext? GetHttpContext(this FunctionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Items.TryGetValue(ItemKey, out var value) ? value as HttpContext : null;
    }
}
