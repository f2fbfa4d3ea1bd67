using System.Diagnostics;
using Microsoft.Azure.Functions.Worker;

namespace Local.Worker.Functions;

/// <summary>One run of a function.</summary>
internal sealed class Invocation(LoadedFunction function, TriggerEvent trigger, IServiceProvider services, CancellationToken cancellation)
    : FunctionContext
{
    public LoadedFunction Function => function;

    public TriggerEvent Trigger => trigger;

    public override string InvocationId { get; } = Guid.NewGuid().ToString("D");

    public override string FunctionId => function.Definition.Id;

    public override FunctionDefinition FunctionDefinition => function.Definition;

    public override TraceContext TraceContext { get; } = new CurrentActivity();

    public override BindingContext BindingContext { get; } = new TriggerData(trigger);

    public override RetryContext RetryContext { get; } = new SingleAttempt();

    public override IServiceProvider InstanceServices { get; set; } = services;

    public override IDictionary<object, object> Items { get; set; } = new Dictionary<object, object>();

    public override IInvocationFeatures Features { get; } = new InvocationFeatures();

    public override CancellationToken CancellationToken => cancellation;

    private sealed class TriggerData(TriggerEvent trigger) : BindingContext
    {
        public override IReadOnlyDictionary<string, object?> BindingData => trigger.Data;
    }

    private sealed class CurrentActivity : TraceContext
    {
        public override string TraceParent { get; } = Activity.Current?.Id ?? "";

        public override string TraceState { get; } = Activity.Current?.TraceStateString ?? "";
    }

    // Retries of a blob belong to its poller, those of an activity to the orchestration: neither is a function's own policy.
    private sealed class SingleAttempt : RetryContext
    {
        public override int RetryCount => 0;

        public override int MaxRetryCount => 0;
    }
}
