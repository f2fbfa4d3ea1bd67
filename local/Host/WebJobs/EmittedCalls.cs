using Binder = Microsoft.Azure.WebJobs.Binder;

namespace VideoGate.Local.Host.WebJobs;

/// <summary>Targets of the emitted methods, which require them to be public and static.</summary>
public static class EmittedCalls
{
    private static Invoker s_invoker = null!;
    private static Dictionary<string, string[]> s_parameters = [];

    internal static void Use(Invoker invoker, Dictionary<string, string[]> parameters) => (s_invoker, s_parameters) = (invoker, parameters);

    /// <param name="arguments">Arguments of the function's bindings in order, then the binder and the cancellation token.</param>
    public static Task<object?> InvokeAsync(string function, object?[] arguments)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        var inputs = s_parameters[function].Select((name, index) => KeyValuePair.Create(name, arguments[index]));
        return s_invoker.InvokeAsync(function, inputs, (Binder)arguments[^2]!, (CancellationToken)arguments[^1]!);
    }
}
