using System.Buffers.Binary;
using System.Text;
using static AiLabels.Testing.Mp4;

namespace AiLabels.Testing;

/// <summary>FLV files and AMF0 values.</summary>
internal static class Flv
{
    private static readonly byte[] ObjectEnd = [0, 0, 9];

    public static byte[] FileWith(params byte[][] tags) => Concat([[.. "FLV"u8, 1, 5, 0, 0, 0, 9, 0, 0, 0, 0], .. tags]);

    public static byte[] Script(string name, byte[] value) => Tag(18, Concat(String(name), value));

    public static byte[] Tag(byte type, byte[] data) =>
        Concat([type], UInt32((uint)data.Length)[1..], new byte[7], data, UInt32((uint)data.Length + 11));

    /// <summary>An ECMA array with a wrong count.</summary>
    public static byte[] Array(params (string Name, byte[] Value)[] members) =>
        Concat([8], UInt32(uint.MaxValue), Members(members), ObjectEnd);

    public static byte[] Object(params (string Name, byte[] Value)[] members) => Concat([3], Members(members), ObjectEnd);

    public static byte[] String(string value) => Concat([2], Short(value));

    public static byte[] LongString(string value) =>
        Concat([12], UInt32((uint)Encoding.UTF8.GetByteCount(value)), Encoding.UTF8.GetBytes(value));

    public static byte[] Number(double value)
    {
        var bytes = new byte[9];
        BinaryPrimitives.WriteDoubleBigEndian(bytes.AsSpan(1), value);
        return bytes;
    }

    private static byte[] Members((string Name, byte[] Value)[] members) =>
        Concat([.. members.Select(static m => Concat(Short(m.Name), m.Value))]);

    private static byte[] Short(string value) =>
        Concat(UInt32((uint)Encoding.UTF8.GetByteCount(value))[2..], Encoding.UTF8.GetBytes(value));
}
