using Microsoft.Azure.Functions.Worker;

namespace Local.Worker.Functions;

/// <summary>The inputs that every trigger's functions may ask for.</summary>
internal static class FunctionInputs
{
    public static InputKind Context { get; } = new(
        null, parameter => parameter.ParameterType == typeof(FunctionContext), invocation => ValueTask.FromResult<object?>(invocation));

    public static InputKind Cancellation { get; } = new(
        null, parameter => parameter.ParameterType == typeof(CancellationToken),
        invocation => ValueTask.FromResult<object?>(invocation.CancellationToken));
}
