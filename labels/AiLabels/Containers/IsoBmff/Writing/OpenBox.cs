using System.Buffers.Binary;
using AiLabels.Reading;
using AiLabels.Reports;
using AiLabels.Writing;

namespace AiLabels.Containers.IsoBmff.Writing;

/// <summary>A box whose content, and with it every parent, may grow.</summary>
internal sealed class OpenBox(Box box, OpenBox? parent)
{
    private const uint SizeToTheEnd = 0;
    private const uint LargeSize = 1;

    private long _growth;

    public Box Box { get; } = box;

    public OpenBox? Parent { get; } = parent;

    /// <summary>Offset at which a child can be added: the end, or before QuickTime's terminating zeros.</summary>
    public long ChildrenEnd { get; set; } = box.End;

    public string Path => Parent is null ? FourCc.ToText(Box.Type) : $"{Parent.Path}/{FourCc.ToText(Box.Type)}";

    public void Grow(long bytes)
    {
        for (var box = this; box is not null; box = box.Parent)
        {
            box._growth += bytes;
        }
    }

    /// <summary>Returns the edit of the size field; null if the size does not change.</summary>
    public async ValueTask<Edit?> ResizeAsync(ByteReader bytes)
    {
        if (_growth == 0)
        {
            return null;
        }

        var length = Box.Length + _growth;
        switch (BinaryPrimitives.ReadUInt32BigEndian((await bytes.PeekAsync(Box.Offset, sizeof(uint))).Span))
        {
            case SizeToTheEnd:
                return null;
            case LargeSize:
                var size = new byte[sizeof(ulong)];
                BinaryPrimitives.WriteInt64BigEndian(size, length);
                return Edit.Overwrite(Box.Offset + 8, size);
            default:
                return length <= uint.MaxValue
                    ? Edit.Overwrite(Box.Offset, BoxBuilder.UInt32((uint)length))
                    : throw new RefusalException(Refusal.UnsupportedLayout, $"The box {Path} would outgrow its 32-bit size.");
        }
    }
}
