using System.IO.Compression;
using System.Text;
using static AiLabels.Testing.Mp4;

namespace AiLabels.Testing;

/// <summary>Movies of one video track of 320x180 pixels with one sample.</summary>
internal static class Movie
{
    public static readonly byte[] AvcC = Box("avcC", [1, 0x64, 0, 0x1F, 0xFF, 0xE0, 0]);

    public static readonly byte[] HvcC = Box("hvcC", [1, .. new byte[20], 0x0F, 0]);

    public static byte[] WithSample(byte[] configuration, params byte[][] sample) => WithSample(configuration, "", sample);

    public static byte[] WithSample(byte[] configuration, string compressor, byte[][] sample)
    {
        var data = Concat(sample);
        return Concat(Ftyp, Box("mdat", data), Moov(Trak(configuration, compressor, (uint)Ftyp.Length + 8, (uint)data.Length)));
    }

    public static byte[] WithFragment(byte[] configuration, byte[] sample)
    {
        // moof: 8, mfhd: 16, traf: 8, tfhd: 16, trun: 20; mdat: 8.
        var traf = Box("traf", FullBox("tfhd", UInt32(1)), Claim(20, "trun", UInt32(1), UInt32(1), UInt32(68 + 8)));
        var moof = Box("moof", FullBox("mfhd", UInt32(1)), traf);
        return Concat(Ftyp, Moov(Trak(configuration, "", 0, 0), Box("mvex", FullBox("trex", UInt32(1)))), moof, Box("mdat", sample));
    }

    /// <summary>A movie header that holds another one, compressed with zlib.</summary>
    public static byte[] Compressed(byte[] moov, uint? claim = null)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            zlib.Write(moov);
        }

        return Box("moov", Box("cmov", Box("dcom", "zlib"u8.ToArray()), Box("cmvd", UInt32(claim ?? (uint)moov.Length), packed.ToArray())));
    }

    /// <summary>A NAL unit after its 4-byte length.</summary>
    public static byte[] Nal(byte[] unit) => Concat(UInt32((uint)unit.Length), unit);

    /// <summary>An SEI NAL unit with one message of type user_data_unregistered.</summary>
    public static byte[] Sei(byte[] header, string uuid, string text)
    {
        byte[] payload = [.. Convert.FromHexString(uuid), .. Encoding.ASCII.GetBytes(text)];
        return Nal([.. header, 5, (byte)payload.Length, .. payload, 0x80]);
    }

    public static byte[] Trak(byte[] configuration, string compressor, uint chunk, uint size) => Box(
        "trak",
        Tkhd(),
        Box(
            "mdia",
            Hdlr("vide"),
            Box(
                "minf",
                Box(
                    "stbl",
                    FullBox("stsd", UInt32(1), VisualEntry(configuration, compressor)),
                    FullBox("stsc", UInt32(1), UInt32(1), UInt32(1), UInt32(1)),
                    FullBox("stsz", UInt32(0), size == 0 ? UInt32(0) : Concat(UInt32(1), UInt32(size))),
                    FullBox("stco", chunk == 0 ? UInt32(0) : Concat(UInt32(1), UInt32(chunk)))))));

    /// <summary>Track 1, rotated by 90 degrees clockwise as a phone writes it.</summary>
    private static byte[] Tkhd() => FullBox(
        "tkhd",
        new byte[8],
        UInt32(1),
        new byte[24],
        UInt32(0), UInt32(0x10000), UInt32(0),
        UInt32(0xFFFF0000), UInt32(0), UInt32(0),
        UInt32(0), UInt32(0), UInt32(0x40000000),
        UInt32(320 << 16), UInt32(180 << 16));

    private static byte[] VisualEntry(byte[] configuration, string compressor)
    {
        var name = new byte[32];
        name[0] = (byte)compressor.Length;
        Encoding.ASCII.GetBytes(compressor, name.AsSpan(1));
        return Box("avc1", new byte[24], [320 >> 8, 320 & 0xFF, 0, 180], new byte[14], name, new byte[4], configuration);
    }
}
