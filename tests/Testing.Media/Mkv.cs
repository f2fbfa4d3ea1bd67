using System.Buffers.Binary;
using System.Text;
using static AiLabels.Testing.Mp4;

namespace AiLabels.Testing;

/// <summary>EBML elements of RFC 8794 and Matroska files of RFC 9559.</summary>
internal static class Mkv
{
    public const uint Segment = 0x18538067;
    public const uint Cluster = 0x1F43B675;
    public const uint Tags = 0x1254C367;
    public const uint Tag = 0x7373;
    public const uint SimpleTag = 0x67C8;
    public const uint TagName = 0x45A3;
    public const uint TagString = 0x4487;
    public const uint SimpleBlock = 0xA3;

    public static readonly byte[] Info =
        Element(0x1549A966, Element(0x2AD7B1, [0x0F, 0x42, 0x40]), Element(0x4489, Float(2000)), Element(0x5741, "Lavf59"u8.ToArray()));

    public static byte[] Header(string docType = "matroska") => Element(0x1A45DFA3, Element(0x4282, Encoding.ASCII.GetBytes(docType)));

    /// <summary>An element with an 8-byte size, so that offsets do not depend on content.</summary>
    public static byte[] Element(uint id, params byte[][] payload)
    {
        var body = Concat(payload);
        return Concat(Id(id), UInt64(0x0100_0000_0000_0000UL | (uint)body.Length), body);
    }

    public static byte[] UnknownSize(uint id, params byte[][] payload) => Concat(Id(id), [0xFF], Concat(payload));

    public static byte[] FileWith(params byte[][] segment) => Concat(Header(), Element(Segment, segment));

    public static byte[] Tracks(string codec = "V_VP9", byte[]? codecPrivate = null) => Element(
        0x1654AE6B,
        Element(
            0xAE,
            Element(0xD7, [1]),
            Element(0x83, [1]),
            Element(0x86, Encoding.ASCII.GetBytes(codec)),
            codecPrivate is null ? [] : Element(0x63A2, codecPrivate),
            Element(0xE0, Element(0xB0, [0x01, 0x40]), Element(0xBA, [180]))));

    public static byte[] TagsWith(string name, string value) => Element(Tags, Element(Tag, Entry(name, value)));

    public static byte[] Attachment(string name, string mediaType, byte[] data) => Element(
        0x1941A469,
        Element(0x61A7, Element(0x466E, Encoding.UTF8.GetBytes(name)), Element(0x4660, Encoding.ASCII.GetBytes(mediaType)),
            Element(0x465C, data)));

    public static byte[] Entry(string name, string value, params byte[][] nested) =>
        Element(SimpleTag, [Element(TagName, Encoding.UTF8.GetBytes(name)), Element(TagString, Encoding.UTF8.GetBytes(value)), .. nested]);

    /// <summary>A SeekHead with one entry; its position is relative to the first byte of the Segment's payload.</summary>
    public static byte[] SeekHead(uint id, ulong position) =>
        Element(0x114D9B74, Element(0x4DBB, Element(0x53AB, Id(id)), Element(0x53AC, UInt64(position))));

    public static byte[] ClusterOf(int length) =>
        Element(Cluster, Element(0xE7, [0]), Element(SimpleBlock, [0x81, 0, 0, 0x80], new byte[length]));

    private static byte[] Id(uint id) => UInt32(id).SkipWhile(static b => b == 0).ToArray();

    private static byte[] Float(double value)
    {
        var bytes = new byte[8];
        BinaryPrimitives.WriteDoubleBigEndian(bytes, value);
        return bytes;
    }
}
