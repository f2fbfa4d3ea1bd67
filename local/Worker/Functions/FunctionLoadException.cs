using System.Reflection;

namespace Local.Worker.Functions;

/// <summary>A function cannot be run as it is written. Raised when the host is built, never during an invocation.</summary>
internal sealed class FunctionLoadException(string function, MethodInfo method, string problem)
    : Exception($"Function '{function}' ({method.DeclaringType?.FullName}.{method.Name}): {problem}");
