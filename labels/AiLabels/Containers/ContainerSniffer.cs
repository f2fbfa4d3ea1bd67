using System.Buffers.Binary;
using AiLabels.Reports;

namespace AiLabels.Containers;

/// <summary>Detects the container format from the first bytes, never from a file name.</summary>
public static class ContainerSniffer
{
    /// <summary>Number of bytes needed: three MPEG-TS packets of up to 192 bytes.</summary>
    public const int Length = 4 + (3 * 192);

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
        _ when IsTransportStream(head, 0, 188) || IsTransportStream(head, 4, 192) => ContainerFormat.MpegTs,
        _ => ContainerFormat.Unknown,
    };

    private static bool IsBox(ReadOnlySpan<byte> head) => head.Length >= 8
        && BinaryPrimitives.ReadUInt32BigEndian(head) is 0 or 1 or >= 8
        && IsFirstBox(head.Slice(4, 4));

    /// <summary>First boxes of files: ftyp according to the standard, the others in QuickTime files and media segments.</summary>
    private static bool IsFirstBox(ReadOnlySpan<byte> type) =>
        type.SequenceEqual("ftyp"u8) || type.SequenceEqual("styp"u8) || type.SequenceEqual("moov"u8) || type.SequenceEqual("mdat"u8)
        || type.SequenceEqual("wide"u8) || type.SequenceEqual("free"u8) || type.SequenceEqual("skip"u8) || type.SequenceEqual("pnot"u8)
        || type.SequenceEqual("moof"u8) || type.SequenceEqual("sidx"u8) || type.SequenceEqual("uuid"u8) || type.SequenceEqual("emsg"u8);

    private static bool IsTransportStream(ReadOnlySpan<byte> head, int start, int packet) =>
        head.Length > start + (2 * packet) && head[start] == 0x47 && head[start + packet] == 0x47 && head[start + (2 * packet)] == 0x47;
}
