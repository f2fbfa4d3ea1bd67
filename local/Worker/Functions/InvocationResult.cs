namespace Microsoft.Azure.Functions.Worker;

/// <summary>What the invocation returns; middleware may read and replace it.</summary>
public abstract class InvocationResult<T>
{
    public abstract T? Value { get; set; }
}

public abstract class InvocationResult : InvocationResult<object>;
