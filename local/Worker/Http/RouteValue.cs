using System.Globalization;
using System.Reflection;
using Local.Worker.Functions;
using Microsoft.Azure.Functions.Worker;

namespace Local.Worker.Http;

/// <summary>Binds a parameter from the route value of its name.</summary>
internal static class RouteValue
{
    private static readonly Dictionary<Type, Func<string, object>> Parsers = new()
    {
        [typeof(string)] = text => text,
        [typeof(int)] = text => int.Parse(text, CultureInfo.InvariantCulture),
        [typeof(long)] = text => long.Parse(text, CultureInfo.InvariantCulture),
        [typeof(Guid)] = text => Guid.Parse(text),
    };

    /// <summary>Null when no route value can become the parameter's type.</summary>
    public static ParameterSource? Source(ParameterInfo parameter)
    {
        var name = parameter.Name!;
        var type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        var optional = type != parameter.ParameterType || type == typeof(string);
        return Parsers.TryGetValue(type, out var parse)
            ? invocation => ValueTask.FromResult(Read(invocation.Trigger.Data.GetValueOrDefault(name) as string))
            : null;

        object? Read(string? text)
        {
            try
            {
                return text is null && optional ? null : parse(text!);
            }
            catch (Exception exception) when (exception is FormatException or OverflowException or ArgumentNullException)
            {
                throw new FunctionInputConverterException(
                    $"Route value '{name}' is '{text}', which is no {type.Name}. A constraint such as {{{name}:{type.Name.ToLowerInvariant()}}} answers 404 instead.",
                    exception);
            }
        }
    }
}
