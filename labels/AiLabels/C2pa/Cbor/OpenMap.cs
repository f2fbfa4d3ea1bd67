using System.Formats.Cbor;

namespace AiLabels.C2pa.Cbor;

internal sealed class OpenMap : OpenItem
{
    private readonly Dictionary<CborNode, CborNode> _values = [];
    private CborNode? _key;

    public override void Add(CborNode item)
    {
        if (_key is null)
        {
            // Only text and integer keys are queried; hashing a container as a key would traverse it again at every level.
            _key = item is CborText or CborInteger ? item : throw new CborContentException("a map key that is neither text nor integer");
            return;
        }

        _values[_key] = item;
        _key = null;
    }

    public override CborNode Close() => new CborMap(_values);
}
