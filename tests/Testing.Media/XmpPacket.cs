namespace AiLabels.Testing;

/// <summary>XMP packets of ISO 16684-1.</summary>
internal static class XmpPacket
{
    /// <summary>IPTC source type of a video made by a trained model.</summary>
    public const string Trained =
        """
        <?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
        <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
        <rdf:Description rdf:about="" xmlns:e="http://iptc.org/std/Iptc4xmpExt/2008-02-29/"
        e:DigitalSourceType="http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"/>
        </rdf:RDF></x:xmpmeta>
        <?xpacket end="w"?>
        """;
}
