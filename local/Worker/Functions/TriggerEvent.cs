using Microsoft.Azure.Functions.Worker;

namespace Local.Worker.Functions;

/// <summary>Why a function runs, and what it is given.</summary>
internal abstract class TriggerEvent
{
    /// <summary>The named parts of the event: route values, the <c>{name}</c> of a blob path.</summary>
    public virtual IReadOnlyDictionary<string, object?> Data => new Dictionary<string, object?>();

    /// <summary>W3C trace context of what the function is run for; empty where a trace begins.</summary>
    public virtual string? TraceParent => null;

    /// <summary>Whether a run is a span. An orchestrator's is not: it is replayed, and has no beginning and end of its own.</summary>
    public virtual bool IsTraced => true;

    /// <summary>Lets the trigger prepare the context before the middleware sees it.</summary>
    public virtual void Prepare(FunctionContext context)
    {
    }

    /// <summary>Lets the trigger act on the result after the middleware, while the invocation's services still live.</summary>
    public virtual Task CompleteAsync(FunctionContext context) => Task.CompletedTask;
}
