namespace Microsoft.Azure.Functions.Worker;

public abstract class BindingContext
{
    /// <summary>What the trigger says of the event by name: route values, the parts of a blob path.</summary>
    public abstract IReadOnlyDictionary<string, object?> BindingData { get; }
}
