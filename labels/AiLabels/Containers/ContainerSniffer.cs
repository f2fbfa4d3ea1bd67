using System.Buffers.Binary;
using AiLabels.Reports;

namespace AiLabels.Containers;

/// <summary>Detects the container format from the first bytes, never from a file name.</summary>
public static class ContainerSniffer
{
    /// <summary>Number of bytes needed: five MPEG-TS packets of up to 204 bytes, the first of which may be cut.</summary>
    public const int Length = 5 * 204;

    private const int BoxHeader = 8;

    private static ReadOnlySpan<byte> AsfHeader =>
        [0x30, 0x26, 0xB2, 0x75, 0x8E, 0x66, 0xCF, 0x11, 0xA6, 0xD9, 0x00, 0xAA, 0x00, 0x62, 0xCE, 0x6C];

    public static ContainerFormat Sniff(ReadOnlySpan<byte> head) => head switch
    {
        [0x1A, 0x45, 0xDF, 0xA3, ..] => ContainerFormat.Matroska,
        [(byte)'F', (byte)'L', (byte)'V', 1, ..] => ContainerFormat.Flv,
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'A', (byte)'V', (byte)'I', (byte)' ', ..] => ContainerFormat.Avi,
        _ when head.StartsWith(AsfHeader) => ContainerFormat.Asf,
        [_, _, _, _, (byte)'j', (byte)'u', (byte)'m', (byte)'b', ..] => ContainerFormat.C2pa,
        _ when IsBox(head) => ContainerFormat.IsoBmff,
        _ when PacketGrid.Find(head) is not null => ContainerFormat.MpegTs,
        _ => ContainerFormat.Unknown,
    };

    private static bool IsBox(ReadOnlySpan<byte> head) => head.Length >= BoxHeader
        && BinaryPrimitives.ReadUInt32BigEndian(head) is 0 or 1 or >= BoxHeader
        && (IsFirstBox(head.Slice(4, 4)) || IsBoxBeforeFirst(head));

    /// <summary>First boxes of files: ftyp according to the standard, the others in QuickTime files and media segments.</summary>
    private static bool IsFirstBox(ReadOnlySpan<byte> type) =>
        type.SequenceEqual("ftyp"u8) || type.SequenceEqual("styp"u8) || type.SequenceEqual("moov"u8) || type.SequenceEqual("mdat"u8)
        || type.SequenceEqual("wide"u8) || type.SequenceEqual("free"u8) || type.SequenceEqual("skip"u8) || type.SequenceEqual("pnot"u8)
        || type.SequenceEqual("moof"u8) || type.SequenceEqual("sidx"u8) || type.SequenceEqual("uuid"u8) || type.SequenceEqual("emsg"u8)
        || type.SequenceEqual("prft"u8) || type.SequenceEqual("junk"u8) || type.SequenceEqual("pdin"u8);

    /// <summary>
    /// Readers skip boxes that they do not know (ISO/IEC 14496-12 clause 4.2), so one may come first; then a known one follows.
    /// </summary>
    private static bool IsBoxBeforeFirst(ReadOnlySpan<byte> head)
    {
        while (head.Length >= BoxHeader && IsPrintable(head.Slice(4, 4)))
        {
            if (IsFirstBox(head.Slice(4, 4)))
            {
                return true;
            }

            var size = BinaryPrimitives.ReadUInt32BigEndian(head);
            head = size >= BoxHeader && size <= head.Length ? head[(int)size..] : [];
        }

        return false;
    }

    private static bool IsPrintable(ReadOnlySpan<byte> type) => !type.ContainsAnyExceptInRange((byte)' ', (byte)'~');
}
