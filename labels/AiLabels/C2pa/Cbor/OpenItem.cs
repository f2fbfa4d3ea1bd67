namespace AiLabels.C2pa.Cbor;

/// <summary>A container or tag whose content is still being read.</summary>
internal abstract class OpenItem
{
    public abstract void Add(CborNode item);

    public abstract CborNode Close();
}
