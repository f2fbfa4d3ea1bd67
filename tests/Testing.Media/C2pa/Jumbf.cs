using System.Buffers.Binary;
using System.Text;

namespace AiLabels.Testing.C2pa;

/// <summary>Builds JUMBF boxes, ISO/IEC 19566-5.</summary>
internal static class Jumbf
{
    private static readonly byte[] UuidTail = [0x00, 0x11, 0x00, 0x10, 0x80, 0x00, 0x00, 0xAA, 0x00, 0x38, 0x9B, 0x71];

    public static byte[] Box(string type, params byte[][] content)
    {
        var body = content.SelectMany(part => part).ToArray();
        var header = new byte[8];
        BinaryPrimitives.WriteInt32BigEndian(header, 8 + body.Length);
        Encoding.Latin1.GetBytes(type, header.AsSpan(4));
        return [.. header, .. body];
    }

    public static byte[] Description(string type, string label) =>
        Box("jumd", Encoding.Latin1.GetBytes(type), UuidTail, [0x03], Encoding.UTF8.GetBytes(label), [0]);

    /// <summary>A description with the private box that c2pa writers add after the label (toggle 0x10).</summary>
    public static byte[] SaltedDescription(string type, string label, byte[] salt) =>
        Box("jumd", Encoding.Latin1.GetBytes(type), UuidTail, [0x13], Encoding.UTF8.GetBytes(label), [0], Box("c2sh", salt));

    public static byte[] Superbox(string type, string label, params byte[][] children) =>
        Box("jumb", [Description(type, label), .. children]);

    public static byte[] Store(params byte[][] manifests) => Superbox("c2pa", "c2pa", manifests);
}
