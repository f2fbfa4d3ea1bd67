namespace VideoGate.Local.ContentSafety.Tests.Surface;

/// <summary>Type names as the listings write them: keywords, no namespaces, <c>T?</c> for nullable values.</summary>
internal static class TypeNames
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void",
        [typeof(object)] = "object",
        [typeof(string)] = "string",
        [typeof(bool)] = "bool",
        [typeof(byte)] = "byte",
        [typeof(char)] = "char",
        [typeof(short)] = "short",
        [typeof(int)] = "int",
        [typeof(long)] = "long",
        [typeof(uint)] = "uint",
        [typeof(ulong)] = "ulong",
        [typeof(float)] = "float",
        [typeof(double)] = "double",
        [typeof(decimal)] = "decimal",
    };

    public static string Of(Type type)
    {
        if (type.IsByRef)
        {
            return Of(type.GetElementType()!);
        }

        if (type.IsArray)
        {
            return Of(type.GetElementType()!) + "[]";
        }

        if (Nullable.GetUnderlyingType(type) is { } value)
        {
            return Of(value) + "?";
        }

        return Keywords.TryGetValue(type, out var keyword) ? keyword : Generic(Nested(type), type.GetGenericArguments());
    }

    /// <summary>The name of a nested type after that of its declaring type.</summary>
    public static string Nested(Type type) =>
        type.IsNested && !type.IsGenericParameter ? $"{Nested(type.DeclaringType!)}.{type.Name}" : type.Name;

    /// <summary>A name with its type arguments, without the arity that metadata appends.</summary>
    public static string Generic(string name, Type[] arguments) => arguments.Length == 0
        ? name
        : $"{name.Split('`')[0]}<{string.Join(", ", arguments.Select(Of))}>";

    /// <summary>The entries of a comma-separated list, commas inside angle brackets aside.</summary>
    public static IEnumerable<string> SplitList(string list)
    {
        var (depth, start) = (0, 0);
        for (var i = 0; i < list.Length; i++)
        {
            depth += list[i] switch { '<' => 1, '>' => -1, _ => 0 };
            if (list[i] == ',' && depth == 0)
            {
                yield return list[start..i].Trim();
                start = i + 1;
            }
        }

        yield return list[start..].Trim();
    }
}
