using System.Buffers.Binary;
using System.Text;

namespace AiLabels.C2pa.Jumbf;

/// <summary>Reads a tree of JUMBF superboxes (ISO/IEC 19566-5) from untrusted bytes with an explicit stack; nothing is copied.</summary>
internal static class JumbfParser
{
    private const int MaxLabelLength = 512;

    /// <param name="data">One superbox; bytes after it are ignored.</param>
    /// <param name="origin">Offset of its first byte in the file.</param>
    /// <param name="maxDepth">Maximum number of superboxes around one box.</param>
    /// <param name="maxBoxes">Maximum number of boxes of every kind.</param>
    /// <exception cref="InvalidDataException">The bytes are not JUMBF, or exceed a limit.</exception>
    public static JumbfBox Parse(ReadOnlyMemory<byte> data, long origin, int maxDepth, int maxBoxes)
    {
        var (root, firstBox) = OpenSuperbox(data, origin, BoxHeader.Read(data.Span, 0, data.Length));
        var open = new Stack<OpenBox>([new OpenBox(root, firstBox)]);
        for (var count = 1; open.TryPeek(out var current);)
        {
            if (current.Position >= current.End)
            {
                open.Pop();
                continue;
            }

            if (++count > maxBoxes)
            {
                throw new InvalidDataException($"more than {maxBoxes} JUMBF boxes");
            }

            var header = BoxHeader.Read(data.Span, current.Position, current.End);
            current.Position = header.End;
            if (header.Type != "jumb")
            {
                current.Box.Add(new ContentBox(header.Type, data[header.ContentStart..header.End]));
                continue;
            }

            if (open.Count >= maxDepth)
            {
                throw new InvalidDataException($"JUMBF nested deeper than {maxDepth}");
            }

            var (child, childBoxes) = OpenSuperbox(data, origin, header);
            current.Box.Add(child);
            open.Push(new OpenBox(child, childBoxes));
        }

        return root;
    }

    private static (JumbfBox Box, Range Boxes) OpenSuperbox(ReadOnlyMemory<byte> data, long origin, BoxHeader header)
    {
        if (header.Type != "jumb")
        {
            throw new InvalidDataException($"a '{header.Type}' box where a JUMBF superbox is required");
        }

        var description = BoxHeader.Read(data.Span, header.ContentStart, header.End);
        if (description.Type != "jumd")
        {
            throw new InvalidDataException($"a '{description.Type}' box where a JUMBF description is required");
        }

        var (type, label) = ReadDescription(data.Span[description.ContentStart..description.End]);
        var box = new JumbfBox
        {
            Offset = origin + header.Start,
            Length = header.End - header.Start,
            Content = data[header.ContentStart..header.End],
            Type = type,
            Label = label,
        };
        return (box, description.End..header.End);
    }

    /// <summary>
    /// UUID (16), toggles (1), then a label if bit 1 of the toggles is set. Identifier, hash and private (salt) boxes follow and are not
    /// needed.
    /// </summary>
    /// <exception cref="InvalidDataException">The description is truncated, or its label is not terminated.</exception>
    public static (string Type, string Label) ReadDescription(ReadOnlySpan<byte> description)
    {
        const int Toggles = 16;
        const int HasLabel = 0x02;
        if (description.Length <= Toggles)
        {
            throw new InvalidDataException("a JUMBF description shorter than its fixed fields");
        }

        var type = description[4..16].SequenceEqual(JumbfUuidTail) ? Encoding.Latin1.GetString(description[..4]) : "";
        if ((description[Toggles] & HasLabel) == 0)
        {
            return (type, "");
        }

        var label = description[(Toggles + 1)..];
        var end = label.IndexOf((byte)0);
        return end is < 0 or > MaxLabelLength
            ? throw new InvalidDataException("a JUMBF label that is unterminated or too long")
            : (type, Encoding.UTF8.GetString(label[..end]));
    }

    private static ReadOnlySpan<byte> JumbfUuidTail => [0x00, 0x11, 0x00, 0x10, 0x80, 0x00, 0x00, 0xAA, 0x00, 0x38, 0x9B, 0x71];

    private sealed class OpenBox(JumbfBox box, Range boxes)
    {
        public JumbfBox Box { get; } = box;

        public int Position { get; set; } = boxes.Start.Value;

        public int End { get; } = boxes.End.Value;
    }

    private readonly record struct BoxHeader(string Type, int Start, int ContentStart, int End)
    {
        /// <summary>LBox (4), TBox (4), and an XLBox (8) if LBox is 1; if LBox is 0 the box extends to the end of the parent.</summary>
        public static BoxHeader Read(ReadOnlySpan<byte> data, int start, int parentEnd)
        {
            var rest = data[start..parentEnd];
            if (rest.Length < 8)
            {
                throw new InvalidDataException("a truncated JUMBF box header");
            }

            var size = (ulong)BinaryPrimitives.ReadUInt32BigEndian(rest);
            var headerLength = 8;
            if (size == 1 && rest.Length >= 16)
            {
                size = BinaryPrimitives.ReadUInt64BigEndian(rest[8..]);
                headerLength = 16;
            }
            else if (size == 0)
            {
                size = (ulong)rest.Length;
            }

            if (size < (ulong)headerLength || size > (ulong)rest.Length)
            {
                throw new InvalidDataException($"a JUMBF box of {size} bytes where only {rest.Length} are left");
            }

            return new(Encoding.Latin1.GetString(rest[4..8]), start, start + headerLength, start + (int)size);
        }
    }
}
