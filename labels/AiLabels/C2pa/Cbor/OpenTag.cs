namespace AiLabels.C2pa.Cbor;

internal sealed class OpenTag(ulong tag) : OpenItem
{
    private CborNode? _value;

    public override void Add(CborNode item) => _value = item;

    public override CborNode Close() => new CborTagged(tag, _value!);
}
