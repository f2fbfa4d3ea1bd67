using AiLabels.Writing;

namespace AiLabels.Containers.Matroska.Writing;

/// <summary>The Position element of a Cluster, RFC 9559 clause 5.1.3.2: optional, and not part of the media.</summary>
/// <param name="Checksum">
/// The CRC-32 of the Cluster, which becomes Void if Position changes: the media are not read to compute a new one.
/// </param>
internal sealed record ClusterPosition(long Cluster, Element Element, Element? Checksum)
{
    public IEnumerable<Edit> Relocate(EditList moved, long segment)
    {
        var position = (ulong)(moved.Map(Cluster) - moved.Map(segment));
        if (position == (ulong)(Cluster - segment))
        {
            yield break;
        }

        var width = (int)Element.PayloadLength;
        yield return Ebml.WidthOf(position) <= width
            ? Edit.Overwrite(Element.Payload, Ebml.BigEndian(position, width))
            : Unused(Element);
        if (Checksum is { } checksum)
        {
            yield return Unused(checksum);
        }
    }

    /// <summary>Replaces a short element by Void in place.</summary>
    public static Edit Unused(Element element)
    {
        var bytes = new byte[element.Length];
        Ebml.Void(element.Length, element.HeaderLength - 1).CopyTo(bytes, 0);
        return Edit.Overwrite(element.Offset, bytes);
    }
}
