namespace AiLabels.C2pa.Cbor;

internal sealed class OpenArray : OpenItem
{
    private readonly List<CborNode> _values = [];

    public override void Add(CborNode item) => _values.Add(item);

    public override CborNode Close() => new CborArray(_values);
}
