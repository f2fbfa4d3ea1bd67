namespace Microsoft.Azure.Functions.Worker;

/// <summary>A parameter could not be bound from what the trigger delivered.</summary>
public class FunctionInputConverterException : FunctionWorkerException
{
    public FunctionInputConverterException(string? message)
        : base(message)
    {
    }

    public FunctionInputConverterException(string? message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
