using System.Buffers.Binary;
using System.Text;
using static AiLabels.Testing.Mp4;

namespace AiLabels.Testing;

/// <summary>RIFF chunks and AVI files.</summary>
internal static class Avi
{
    public static readonly byte[] Movi = List("movi", Chunk("00dc", new byte[100]));

    /// <summary>25 frames of 40 ms, one video stream of 320x180 pixels.</summary>
    public static readonly byte[] Header = List(
        "hdrl",
        Chunk("avih", UInt32LittleEndian(40_000), new byte[12], UInt32LittleEndian(25), new byte[36]),
        List(
            "strl",
            Chunk("strh", "vidsH264"u8.ToArray(), new byte[48]),
            Chunk("strf", UInt32LittleEndian(40), UInt32LittleEndian(320), UInt32LittleEndian(180), new byte[4], "H264"u8.ToArray(),
                new byte[20])));

    public static byte[] FileWith(params byte[][] children) => Chunk("RIFF", ["AVI "u8.ToArray(), .. children]);

    public static byte[] List(string type, params byte[][] children) => Chunk("LIST", [Encoding.ASCII.GetBytes(type), .. children]);

    public static byte[] Chunk(string id, params byte[][] payload)
    {
        var body = Concat(payload);
        return Concat(Encoding.ASCII.GetBytes(id), UInt32LittleEndian((uint)body.Length), body, new byte[body.Length & 1]);
    }

    private static byte[] UInt32LittleEndian(uint value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, value);
        return bytes;
    }
}
