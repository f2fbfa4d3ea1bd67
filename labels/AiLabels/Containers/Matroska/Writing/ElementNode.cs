namespace AiLabels.Containers.Matroska.Writing;

/// <summary>An element of an <see cref="ElementTree"/>.</summary>
/// <param name="element">The element in the file.</param>
/// <param name="payload">Its payload, if it is not a master element.</param>
internal sealed class ElementNode(Element element, ElementNode? parent, ReadOnlyMemory<byte> payload, bool isMaster)
{
    public Element Element { get; } = element;

    public uint Id => Element.Id;

    public ElementNode? Parent { get; } = parent;

    public bool IsMaster { get; } = isMaster;

    public bool IsDropped { get; set; }

    /// <summary>Its new payload, if it is not a master element.</summary>
    public ReadOnlyMemory<byte> Payload { get; private set; } = payload;

    /// <summary>The number in the file.</summary>
    public ulong Number { get; } = isMaster ? 0 : Element.BigEndian(payload.Span);

    /// <summary>New length of the payload; computed from the last child to the first parent.</summary>
    public long Length { get; set; }

    /// <summary>Width of the size field; grows only if necessary.</summary>
    public int SizeWidth => Math.Max(Ebml.WidthFor(Length), Element.HeaderLength - Ebml.Id(Id).Length);

    public long LengthWithHeader => Ebml.Id(Id).Length + SizeWidth + Length;

    /// <summary>Sets a number in its existing width, or a larger one if necessary.</summary>
    public void SetNumber(ulong value) => Payload = Ebml.BigEndian(value, Math.Max((int)Element.PayloadLength, Ebml.WidthOf(value)));
}
