using Local.Worker.Functions;

namespace Microsoft.Azure.Functions.Worker;

public static class FunctionContextBindingFeatureExtensions
{
    /// <summary>The value that the function, or a middleware in its place, returns.</summary>
    public static InvocationResult GetInvocationResult(this FunctionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Features.Get<InvocationResult>() is not { } result)
        {
            result = new ReturnValue();
            context.Features.Set(result);
        }

        return result;
    }
}
