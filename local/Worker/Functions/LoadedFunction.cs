using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;
using Microsoft.Extensions.DependencyInjection;

namespace Local.Worker.Functions;

/// <summary>A <c>[Function]</c> method whose every parameter has a source.</summary>
internal sealed class LoadedFunction(
    FunctionDefinition definition,
    TriggerKind kind,
    TriggerBindingAttribute trigger,
    MethodInfo method,
    IReadOnlyList<ParameterSource> sources)
{
    private readonly MethodInvoker _invoker = MethodInvoker.Create(method);
    private readonly Func<object?, ValueTask<object?>> _result = FunctionResult.Reader(method.ReturnType);
    private readonly ObjectFactory? _factory = method.IsStatic ? null : ActivatorUtilities.CreateFactory(method.DeclaringType!, []);

    public FunctionDefinition Definition => definition;

    public string Name => definition.Name;

    public TriggerKind Kind => kind;

    public TriggerBindingAttribute Trigger => trigger;

    public async ValueTask<object?> CallAsync(Invocation invocation)
    {
        var arguments = new object?[sources.Count];
        for (var i = 0; i < arguments.Length; i++)
        {
            arguments[i] = await sources[i](invocation);
        }

        var instance = _factory?.Invoke(invocation.InstanceServices, []);
        return await _result(_invoker.Invoke(instance, arguments.AsSpan()));
    }
}
