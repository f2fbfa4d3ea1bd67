using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace VideoGate.Local.ContentSafety.Tests.Surface;

/// <summary>A type's visible surface in the format of the listings. Compiler-generated members of a record are omitted.</summary>
internal sealed record RenderedType(string Head, IReadOnlyList<string> Bases, IReadOnlyList<string> Members)
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static RenderedType Of(Type type)
    {
        var head = $"{Kind(type)} {type.Namespace}.{TypeNames.Generic(TypeNames.Nested(type), type.GetGenericArguments())}";
        if (type.IsEnum)
        {
            return new(head, [],
                [.. Enum.GetNames(type)
                    .Select(name => $"{name} = {Convert.ToInt64(Enum.Parse(type, name), CultureInfo.InvariantCulture)}")]);
        }

        return IsDelegate(type)
            ? new(head, [], [Method(type.GetMethod("Invoke")!, string.Empty)])
            : new(head, [.. BasesOf(type).Select(TypeNames.Of)],
                [.. Constructors(type), .. Fields(type), .. Properties(type), .. Methods(type)]);
    }

    private static string Kind(Type type) => type switch
    {
        { IsEnum: true } => "enum",
        { IsInterface: true } => "interface",
        { IsValueType: true } => "struct",
        _ when IsDelegate(type) => "delegate",
        { IsAbstract: true, IsSealed: true } => "static class",
        _ => (type.IsAbstract ? "abstract " : type.IsSealed ? "sealed " : string.Empty) + (IsRecord(type) ? "record" : "class"),
    };

    private static bool IsDelegate(Type type) => type.IsSubclassOf(typeof(Delegate));

    private static bool IsRecord(Type type) => type.GetMethod("<Clone>$", Declared) is not null;

    private static IEnumerable<Type> BasesOf(Type type) =>
        (type.BaseType is { } parent && parent != typeof(object) && parent != typeof(ValueType) ? [parent] : Type.EmptyTypes).Concat(
            type.GetInterfaces());

    private static IEnumerable<string> Constructors(Type type) =>
        from constructor in type.GetConstructors(Declared)
        where IsVisible(constructor) && !constructor.IsStatic && !IsSynthesized(constructor)
        select $"{Access(constructor)}.ctor({Parameters(constructor)})";

    private static IEnumerable<string> Fields(Type type) =>
        from field in type.GetFields(Declared)
        where field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly
        select (field.IsStatic ? "static " : string.Empty) + (field.IsInitOnly ? "readonly " : string.Empty)
            + TypeNames.Of(field.FieldType) + Nullability.Mark(field) + ' ' + field.Name
            + (field.IsLiteral ? $" = {Convert.ToString(field.GetRawConstantValue(), CultureInfo.InvariantCulture)}" : string.Empty);

    private static IEnumerable<string> Properties(Type type) =>
        from property in type.GetProperties(Declared)
        let accessors = property.GetAccessors(nonPublic: true).Where(IsVisible).ToList()
        where accessors.Count > 0 && property.Name != "EqualityContract"
        let body = string.Concat(
            accessors.OrderBy(accessor => accessor != property.GetMethod).Select(accessor => AccessorName(property, accessor)))
        select $"{Access(accessors[0])}{Modifiers(accessors[0])}{TypeNames.Of(property.PropertyType)}{Nullability.Mark(property)} {property.Name} {{ {body}}}";

    private static string AccessorName(PropertyInfo property, MethodInfo accessor) =>
        accessor == property.GetMethod
            ? "get; "
            : accessor.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) ? "init; " : "set; ";

    private static IEnumerable<string> Methods(Type type) =>
        from method in type.GetMethods(Declared)
        where IsVisible(method) && !IsSynthesized(method)
            && (!method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal))
        select Method(method, Access(method) + Modifiers(method));

    private static string Method(MethodInfo method, string prefix) =>
        $"{prefix}{TypeNames.Of(method.ReturnType)}{Nullability.Mark(method.ReturnParameter)} "
        + $"{TypeNames.Generic(method.Name, method.GetGenericArguments())}({Parameters(method)})";

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(parameter =>
        (parameter.Position == 0 && method.IsDefined(typeof(ExtensionAttribute)) ? "this " : string.Empty)
        + (parameter.IsDefined(typeof(ParamArrayAttribute))
            ? "params "
            : parameter.IsOut ? "out " : parameter.ParameterType.IsByRef ? "ref " : string.Empty)
        + TypeNames.Of(parameter.ParameterType) + Nullability.Mark(parameter) + ' ' + parameter.Name
        + (parameter.IsOptional ? $" = {Default(parameter)}" : string.Empty)));

    private static string Default(ParameterInfo parameter) => parameter.RawDefaultValue switch
    {
        null or DBNull =>
            parameter.ParameterType.IsValueType && Nullable.GetUnderlyingType(parameter.ParameterType) is null ? "default" : "null",
        bool value => value ? "true" : "false",
        var value => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static bool IsSynthesized(MethodBase method) =>
        method.IsDefined(typeof(CompilerGeneratedAttribute)) || method.Name == "<Clone>$";

    private static string Access(MethodBase method) => method.IsPublic ? string.Empty : "protected ";

    private static string Modifiers(MethodInfo method) =>
        method.DeclaringType!.IsInterface ? string.Empty
        : method.IsStatic ? "static "
        : method.IsAbstract ? "abstract "
        : method is { IsVirtual: true, IsFinal: false } ? "virtual "
        : string.Empty;
}
