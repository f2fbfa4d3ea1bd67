using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace AiLabels.C2pa.Signing;

/// <summary>Builds JUMBF superboxes (ISO/IEC 19566-5; C2PA 2.2, section 11.1.4) and references to them.</summary>
internal static class JumbfBuilder
{
    private const int HeaderLength = 8;

    /// <summary>The box can be requested by its label.</summary>
    private const byte RequestableLabel = 0x03;

    private static ReadOnlySpan<byte> UuidTail => [0x00, 0x11, 0x00, 0x10, 0x80, 0x00, 0x00, 0xAA, 0x00, 0x38, 0x9B, 0x71];

    public static byte[] Box(string type, params ReadOnlySpan<ReadOnlyMemory<byte>> content)
    {
        var length = HeaderLength;
        foreach (var part in content)
        {
            length = checked(length + part.Length);
        }

        var box = new byte[length];
        BinaryPrimitives.WriteInt32BigEndian(box, length);
        Encoding.Latin1.GetBytes(type, box.AsSpan(4));
        var position = HeaderLength;
        foreach (var part in content)
        {
            part.CopyTo(box.AsMemory(position));
            position += part.Length;
        }

        return box;
    }

    /// <param name="type">First four characters of the content type.</param>
    public static byte[] Superbox(string type, string label, params ReadOnlySpan<ReadOnlyMemory<byte>> content)
    {
        byte[] description =
        [
            .. Encoding.Latin1.GetBytes(type), .. UuidTail, RequestableLabel, .. Encoding.UTF8.GetBytes(label), 0,
        ];
        return Box("jumb", [Box("jumd", description), .. content]);
    }

    /// <summary>A superbox with one box of CBOR.</summary>
    /// <param name="type">First four characters of the content type.</param>
    public static byte[] Cbor(string type, string label, ReadOnlyMemory<byte> content) => Superbox(type, label, Box("cbor", content));

    /// <summary>A hashed URI (section 8.4.2): its hash covers the superbox without its own header.</summary>
    public static CborMap Reference(string url, ReadOnlySpan<byte> superbox) => ReferenceToContent(url, superbox[HeaderLength..]);

    /// <param name="content">All bytes of the superbox after its own header.</param>
    public static CborMap ReferenceToContent(string url, ReadOnlySpan<byte> content) =>
        new() { ["url"] = url, ["hash"] = SHA256.HashData(content) };
}
