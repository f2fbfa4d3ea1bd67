using System.Reflection;

namespace Local.Worker.Functions;

/// <summary>Reads what a method returns: a value, a task of a value, or nothing.</summary>
internal static class FunctionResult
{
    private static readonly MethodInfo OfTask = typeof(FunctionResult).GetMethod(nameof(AwaitAsync), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>The type inside the task; null for <c>void</c>, <c>Task</c> and <c>ValueTask</c>.</summary>
    public static Type? TypeOf(Type returnType) =>
        returnType == typeof(void) || returnType == typeof(Task) || returnType == typeof(ValueTask) ? null
        : IsGeneric(returnType, typeof(Task<>)) || IsGeneric(returnType, typeof(ValueTask<>)) ? returnType.GetGenericArguments()[0]
        : returnType;

    public static Func<object?, ValueTask<object?>> Reader(Type returnType)
    {
        if (returnType == typeof(Task) || returnType == typeof(ValueTask))
        {
            return async returned =>
            {
                await (returned as Task ?? ((ValueTask)returned!).AsTask());
                return null;
            };
        }

        if (IsGeneric(returnType, typeof(Task<>)))
        {
            return OfTask.MakeGenericMethod(returnType.GetGenericArguments()).CreateDelegate<Func<object?, ValueTask<object?>>>();
        }

        if (IsGeneric(returnType, typeof(ValueTask<>)))
        {
            var asTask = returnType.GetMethod(nameof(ValueTask<>.AsTask))!;
            var reader = Reader(asTask.ReturnType);
            return returned => reader(asTask.Invoke(returned, null));
        }

        return ValueTask.FromResult;
    }

    private static async ValueTask<object?> AwaitAsync<T>(object? returned) => await (Task<T>)returned!;

    private static bool IsGeneric(Type type, Type definition) => type.IsGenericType && type.GetGenericTypeDefinition() == definition;
}
