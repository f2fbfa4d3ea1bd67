namespace AiLabels.Containers.Matroska.Writing;

/// <summary>An element of an <see cref="ElementTree"/>.</summary>
/// <param name="element">As it stands in the file.</param>
/// <param name="payload">Its payload, when it is no master.</param>
internal sealed class ElementNode(Element element, ElementNode? parent, ReadOnlyMemory<byte> payload, bool isMaster)
{
    public Element Element { get; } = element;

    public uint Id => Element.Id;

    public ElementNode? Parent { get; } = parent;

    public bool IsMaster { get; } = isMaster;

    public bool IsDropped { get; set; }

    /// <summary>What it holds from now on, when it is no master.</summary>
    public ReadOnlyMemory<byte> Payload { get; private set; } = payload;

    /// <summary>The number that the file has here.</summary>
    public ulong Number { get; } = isMaster ? 0 : Element.BigEndian(payload.Span);

    /// <summary>Length of the payload as it will be; filled in from the last child to the first parent.</summary>
    public long Length { get; set; }

    /// <summary>The size field keeps its width, and grows only where it must.</summary>
    public int SizeWidth => Math.Max(Ebml.WidthFor(Length), Element.HeaderLength - Ebml.Id(Id).Length);

    public long LengthWithHeader => Ebml.Id(Id).Length + SizeWidth + Length;

    /// <summary>Keeps the width of the number, and widens it only where it must.</summary>
    public void SetNumber(ulong value) => Payload = Ebml.BigEndian(value, Math.Max((int)Element.PayloadLength, Ebml.WidthOf(value)));
}
