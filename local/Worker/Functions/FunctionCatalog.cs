using System.Collections.Immutable;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Local.Worker.Functions;

/// <summary>Finds the <c>[Function]</c> methods of an assembly and gives each of their parameters a source.</summary>
internal sealed partial class FunctionCatalog(IReadOnlyList<TriggerKind> triggers, IReadOnlyList<InputKind> inputs)
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <exception cref="FunctionLoadException">Some function cannot be run as it is written.</exception>
    public IReadOnlyList<LoadedFunction> Load(IEnumerable<Type> types)
    {
        var functions = new SortedDictionary<string, LoadedFunction>(StringComparer.OrdinalIgnoreCase);
        foreach (var method in types.SelectMany(type => type.GetMethods(Declared)))
        {
            if (method.GetCustomAttribute<FunctionAttribute>() is { } attribute
                && !functions.TryAdd(attribute.Name, Load(attribute.Name, method)))
            {
                throw new FunctionLoadException(
                    attribute.Name, method, $"the name is taken by {functions[attribute.Name].Definition.EntryPoint}. Names ignore case.");
            }
        }

        return [.. functions.Values];
    }

    private LoadedFunction Load(string name, MethodInfo method)
    {
        FunctionLoadException Error(string problem) => new(name, method, problem);

        if (!ValidName().IsMatch(name))
        {
            throw Error("a name starts with a letter and holds up to 128 letters, digits, '_' and '-'.");
        }

        if (!method.IsPublic || !method.DeclaringType!.IsVisible || method.ContainsGenericParameters)
        {
            throw Error("the method and its class must be public and not generic.");
        }

        var (trigger, parameter) = TriggerOf(method.GetParameters(), Error);
        var kind = triggers.FirstOrDefault(kind => kind.Handles(trigger))
            ?? throw Error($"the local runtime has no {trigger.GetType().Name}.");
        try
        {
            kind.Check(trigger, FunctionResult.TypeOf(method.ReturnType));
        }
        catch (FormatException problem)
        {
            throw Error(problem.Message);
        }

        var bindings = ImmutableDictionary.CreateBuilder<string, BindingMetadata>();
        var sources = new List<ParameterSource>();
        foreach (var candidate in method.GetParameters())
        {
            var (source, type) = candidate == parameter
                ? (kind.TriggerParameter(candidate), kind.BindingType)
                : Other(kind, trigger, candidate);
            sources.Add(source ?? throw Error(
                $"parameter '{candidate.Name}' of type {candidate.ParameterType} cannot be bound in a function with {trigger.GetType().Name}."));
            if (type is not null)
            {
                bindings.Add(candidate.Name!, new InputBinding(candidate.Name!, type));
            }
        }

        return new LoadedFunction(new LoadedDefinition(name, method, bindings.ToImmutable()), kind, trigger, method, sources);
    }

    private (ParameterSource? Source, string? BindingType) Other(TriggerKind kind, TriggerBindingAttribute trigger, ParameterInfo parameter) =>
        kind.OtherParameter(parameter, trigger) is { } source ? (source, null)
        : inputs.FirstOrDefault(input => input.Matches(parameter) && kind.Allows(input)) is { } input ? (input.Source, input.BindingType)
        : (null, null);

    private static (TriggerBindingAttribute Trigger, ParameterInfo Parameter) TriggerOf(
        ParameterInfo[] parameters, Func<string, FunctionLoadException> error)
    {
        var found = parameters
            .Select(parameter => (Trigger: parameter.GetCustomAttribute<TriggerBindingAttribute>(), Parameter: parameter))
            .Where(candidate => candidate.Trigger is not null)
            .ToList();
        return found.Count == 1
            ? (found[0].Trigger!, found[0].Parameter)
            : throw error($"it must have exactly one parameter with a trigger attribute, and has {found.Count}.");
    }

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9_-]{0,127}$")]
    private static partial Regex ValidName();
}
