namespace AiLabels.C2pa.Cbor;

/// <summary>
/// One decoded CBOR data item. Every accessor returns null or empty if the item is of another kind, so that untrusted maps are navigated
/// without casts: <c>claim["signature"]?.Text</c>.
/// </summary>
internal abstract record CborNode
{
    public CborNode? this[string key] => Fields.GetValueOrDefault(new CborText(key));

    public CborNode? this[long key] => Fields.GetValueOrDefault(new CborInteger(key));

    public string? Text => (Untagged as CborText)?.Value;

    public long? Integer => (Untagged as CborInteger)?.Value;

    public bool? Boolean => (Untagged as CborBoolean)?.Value;

    public ReadOnlyMemory<byte>? Bytes => (Untagged as CborBytes)?.Value;

    public IReadOnlyList<CborNode> Items => (Untagged as CborArray)?.Values ?? [];

    public IReadOnlyDictionary<CborNode, CborNode> Fields => (Untagged as CborMap)?.Values ?? CborMap.Empty;

    public bool IsMap => Untagged is CborMap;

    public bool IsArray => Untagged is CborArray;

    private protected virtual CborNode Untagged => this;
}

internal sealed record CborText(string Value) : CborNode;

internal sealed record CborInteger(long Value) : CborNode;

internal sealed record CborBoolean(bool Value) : CborNode;

internal sealed record CborBytes(ReadOnlyMemory<byte> Value) : CborNode;

internal sealed record CborArray(IReadOnlyList<CborNode> Values) : CborNode;

internal sealed record CborMap(IReadOnlyDictionary<CborNode, CborNode> Values) : CborNode
{
    public static readonly IReadOnlyDictionary<CborNode, CborNode> Empty = new Dictionary<CborNode, CborNode>();
}

internal sealed record CborNull : CborNode;

/// <summary>Floating point, undefined, simple values, and integers beyond 64 bits: no manifest field read here uses them.</summary>
internal sealed record CborOther : CborNode;

/// <param name="Tag">The outermost tag.</param>
/// <param name="Value">The tagged item.</param>
internal sealed record CborTagged(ulong Tag, CborNode Value) : CborNode
{
    // The parser's depth limit bounds a chain of tags.
    private protected override CborNode Untagged => Value is CborTagged inner ? inner.Untagged : Value;
}
