using System.Reflection;
using System.Runtime.CompilerServices;

namespace VideoGate.Local.ContentSafety.Tests.Surface;

/// <summary>
/// The question mark of a member's outermost reference type. Read from the compiler's attributes, because
/// <see cref="NullabilityInfoContext"/> reports an unconstrained <c>T</c> as nullable, which the source does not declare.
/// </summary>
internal static class Nullability
{
    private const byte Annotated = 2;

    public static string Mark(FieldInfo field) => Mark(field.FieldType, Own(field.CustomAttributes) ?? Context(field.DeclaringType));

    public static string Mark(PropertyInfo property) =>
        Mark(property.PropertyType, Own(property.CustomAttributes) ?? Context(property.DeclaringType));

    public static string Mark(ParameterInfo parameter) =>
        Mark(parameter.ParameterType, Own(parameter.CustomAttributes) ?? Context(parameter.Member));

    private static string Mark(Type type, byte? flag) =>
        flag == Annotated && !type.IsValueType && type != typeof(void) ? "?" : string.Empty;

    private static byte? Own(IEnumerable<CustomAttributeData> attributes) => Flag(attributes, nameof(NullableAttribute));

    private static byte? Context(MemberInfo? member) =>
        member is null ? null : Flag(member.CustomAttributes, nameof(NullableContextAttribute)) ?? Context(member.DeclaringType);

    private static byte? Flag(IEnumerable<CustomAttributeData> attributes, string name) =>
        attributes.FirstOrDefault(attribute => attribute.AttributeType.Name == name)?.ConstructorArguments[0].Value switch
        {
            byte flag => flag,
            IReadOnlyList<CustomAttributeTypedArgument> flags => (byte?)flags[0].Value,
            _ => null,
        };
}
