using System.Formats.Cbor;

namespace AiLabels.C2pa.Cbor;

/// <summary>A container or tag whose content is still being read.</summary>
internal abstract class OpenItem
{
    public abstract void Add(CborNode item);

    public abstract CborNode Close();
}

internal sealed class OpenTag(ulong tag) : OpenItem
{
    private CborNode? _value;

    public override void Add(CborNode item) => _value = item;

    public override CborNode Close() => new CborTagged(tag, _value!);
}

internal sealed class OpenArray : OpenItem
{
    private readonly List<CborNode> _values = [];

    public override void Add(CborNode item) => _values.Add(item);

    public override CborNode Close() => new CborArray(_values);
}

internal sealed class OpenMap : OpenItem
{
    private readonly Dictionary<CborNode, CborNode> _values = [];
    private CborNode? _key;

    public override void Add(CborNode item)
    {
        if (_key is null)
        {
            // Only these are ever looked up; hashing a container as a key would walk it again at every level.
            _key = item is CborText or CborInteger ? item : throw new CborContentException("a map key that is neither text nor integer");
            return;
        }

        _values[_key] = item;
        _key = null;
    }

    public override CborNode Close() => new CborMap(_values);
}
