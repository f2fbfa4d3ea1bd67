using System.Buffers.Binary;
using AiLabels.Writing;

namespace AiLabels.Containers.Matroska.Writing;

/// <summary>A SeekHead, Cues or Tags element in memory, to edit and write: its elements in file order, parents before children.</summary>
internal sealed class ElementTree
{
    private const int MaxDepth = 32;

    private readonly List<ElementNode> _nodes;
    private byte[] _appended = [];

    private ElementTree(List<ElementNode> nodes) => _nodes = nodes;

    public IReadOnlyList<ElementNode> Nodes => _nodes;

    /// <summary>True if an element was removed or added.</summary>
    public bool IsChanged => _appended.Length > 0 || _nodes.Exists(static n => n.IsDropped);

    private ElementNode Root => _nodes[0];

    /// <exception cref="RefusalException">The element is damaged.</exception>
    public static async ValueTask<ElementTree> LoadAsync(LabelRewrite rewrite, Element root)
    {
        var bytes = await rewrite.LoadAsync(root.Offset, root.Length);
        var nodes = new List<ElementNode> { new(root, null, default, isMaster: true) };
        var open = new Stack<ElementNode>(nodes);
        for (var position = root.Payload; open.TryPeek(out var parent);)
        {
            if (position >= parent.Element.End)
            {
                open.Pop();
                continue;
            }

            rewrite.CountBox();
            var (read, problem) = await Element.ReadAsync(rewrite.Bytes, position, parent.Element.End, ElementId.ToText(root.Id));
            if (read is not { HasUnknownSize: false } element || problem is not null || open.Count > MaxDepth)
            {
                throw RefusalException.Damaged(
                    problem?.Message ?? $"The {ElementId.ToText(root.Id)} element at byte {root.Offset} is nested too deep or has no end.");
            }

            var isMaster = IsMaster(element.Id);
            var payload = isMaster ? default : bytes.AsMemory((int)(element.Payload - root.Offset), (int)element.PayloadLength);
            var node = new ElementNode(element, parent, payload, isMaster);
            nodes.Add(node);
            if (isMaster)
            {
                open.Push(node);
            }

            position = isMaster ? element.Payload : element.End;
        }

        return new(nodes);
    }

    /// <summary>Adds elements after the last child of the root.</summary>
    public void Append(byte[] elements) => _appended = elements;

    /// <summary>Returns the edit that replaces the element in place.</summary>
    public Edit ToEdit() => new(Root.Element.Offset, Root.Element.Length, Write());

    private byte[] Write()
    {
        Measure();
        using var output = new MemoryStream();
        var checksums = new Stack<(int At, long End)>();
        foreach (var node in _nodes.Where(static n => !n.IsDropped))
        {
            if (node is { Id: ElementId.Crc32, Parent: { } parent })
            {
                checksums.Push(((int)output.Position, output.Position + parent.Length));
            }

            output.Write(Ebml.Id(node.Id));
            output.Write(Ebml.Size(node.Length, node.SizeWidth));
            output.Write(node.Payload.Span);
        }

        output.Write(_appended);
        var bytes = output.ToArray();
        foreach (var (at, end) in checksums)
        {
            Sign(bytes, at, (int)end);
        }

        return bytes;
    }

    /// <summary>
    /// Computes lengths from the last element to the first: each adds itself to its parent. A removed element takes its children with it.
    /// </summary>
    private void Measure()
    {
        foreach (var node in _nodes)
        {
            node.IsDropped |= node.Parent is { IsDropped: true };
            node.Length = node.Payload.Length;
        }

        Root.Length = _appended.Length;
        for (var i = _nodes.Count - 1; i > 0; i--)
        {
            if (_nodes[i] is { IsDropped: false, Parent: { } parent } node)
            {
                parent.Length += node.LengthWithHeader;
            }
        }
    }

    /// <summary>Computes a CRC-32, the first child of its parent, over the siblings after it.</summary>
    private static void Sign(byte[] bytes, int at, int end)
    {
        const int Length = 6;
        if (end - at >= Length && bytes[at + 1] == 0x84)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(at + 2), Crc32.Compute(bytes.AsSpan(at + Length, end - at - Length)));
        }
    }

    private static bool IsMaster(uint id) =>
        id is ElementId.Seek or ElementId.CuePoint or ElementId.CueTrackPositions or ElementId.CueReference
        or ElementId.Tag or ElementId.SimpleTag;
}
