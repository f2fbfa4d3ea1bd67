namespace Microsoft.Azure.Functions.Worker;

public abstract class BindingMetadata
{
    public abstract string Name { get; }

    /// <summary><c>httpTrigger</c>, <c>blobTrigger</c>, <c>timerTrigger</c>, <c>orchestrationTrigger</c>, <c>activityTrigger</c>, <c>durableClient</c>.</summary>
    public abstract string Type { get; }

    public abstract BindingDirection Direction { get; }
}
