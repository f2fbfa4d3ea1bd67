using Microsoft.Azure.Functions.Worker;

namespace Local.Worker.Functions;

internal sealed class ReturnValue : InvocationResult
{
    public override object? Value { get; set; }
}
