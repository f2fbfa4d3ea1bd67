namespace AiLabels.C2pa.Cbor;

/// <summary>Fields that hold one item or an array of them, as versions of the specification differ.</summary>
internal static class Several
{
    public static IReadOnlyList<CborNode> Of(CborNode? item) => item is null ? [] : item.IsArray ? item.Items : [item];
}
