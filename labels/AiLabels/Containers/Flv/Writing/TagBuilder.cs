using System.Buffers.Binary;

namespace AiLabels.Containers.Flv.Writing;

/// <summary>Builds FLV tags and AMF0 values, FLV specification E.4.1.</summary>
internal static class TagBuilder
{
    private const byte String = 2;
    private const byte LongString = 12;
    private const byte EcmaArray = 8;
    private const byte ObjectEnd = 9;

    /// <summary>Builds a script tag with an array of one member, and the size field that follows each tag.</summary>
    public static byte[] ScriptWith(string name, byte[] member)
    {
        byte[] data = [String, .. ShortText(name), EcmaArray, .. UInt32(1), .. member, 0, 0, ObjectEnd];
        return [FlvTag.Script, .. UInt24(data.Length), .. new byte[7], .. data, .. UInt32((uint)data.Length + FlvTag.HeaderLength)];
    }

    /// <summary>Builds a string member, of the long string type if needed.</summary>
    public static byte[] Member(string name, byte[] text) => text.Length <= ushort.MaxValue
        ? [.. ShortText(name), String, .. UInt16(text.Length), .. text]
        : [.. ShortText(name), LongString, .. UInt32((uint)text.Length), .. text];

    public static byte[] UInt24(int value) => UInt32((uint)value)[1..];

    public static byte[] UInt32(uint value)
    {
        var bytes = new byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, value);
        return bytes;
    }

    private static byte[] UInt16(int value) => UInt32((uint)value)[2..];

    private static byte[] ShortText(string text) => [.. UInt16(text.Length), .. System.Text.Encoding.ASCII.GetBytes(text)];
}
