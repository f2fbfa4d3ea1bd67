using System.Collections.Immutable;
using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Local.Worker.Functions;

internal sealed class LoadedDefinition(string name, MethodInfo method, IImmutableDictionary<string, BindingMetadata> inputs)
    : FunctionDefinition
{
    public override string Name => name;

    public override string Id => name;

    public override string EntryPoint { get; } = $"{method.DeclaringType!.FullName}.{method.Name}";

    public override string PathToAssembly { get; } = method.Module.Assembly.Location;

    public override ImmutableArray<FunctionParameter> Parameters { get; } = [.. method.GetParameters().Select(Describe)];

    public override IImmutableDictionary<string, BindingMetadata> InputBindings => inputs;

    public override IImmutableDictionary<string, BindingMetadata> OutputBindings => ImmutableDictionary<string, BindingMetadata>.Empty;

    private static FunctionParameter Describe(ParameterInfo parameter) =>
        parameter.GetCustomAttribute<BindingAttribute>() is { } binding
            ? new(parameter.Name!, parameter.ParameterType, new Dictionary<string, object> { ["bindingAttribute"] = binding })
            : new(parameter.Name!, parameter.ParameterType);
}
