using System.Buffers.Binary;
using System.Text;
using AiLabels.Testing;
using static AiLabels.Tests.Hostile.IsoBmffShapes;

namespace AiLabels.Tests.Hostile;

/// <summary>Hostile structures in the other containers.</summary>
internal static class ContainerShapes
{
    private const int Million = 1_000_000;
    private const uint Void = 0xEC;
    private const uint Cues = 0x1C53BB6B;

    public static IEnumerable<HostileShape> All =>
    [
        new("Matroska: a million voids", () => Mkv.FileWith(Repeat([(byte)Void, 0x80], Million))),
        new("Matroska: 100,000 clusters", () => Mkv.FileWith(Mkv.Info, Repeat(Mkv.ClusterOf(1), 100_000))),
        new("Matroska: a million blocks in a cluster",
            () => Mkv.FileWith(Mkv.Info, Mkv.UnknownSize(Mkv.Cluster, Repeat([(byte)Mkv.SimpleBlock, 0x80], Million)))),
        new("Matroska: tags nested 20,000 deep", () => Mkv.FileWith(Mkv.Element(Mkv.Tags, Mkv.Element(Mkv.Tag, NestedTags(20_000))))),
        new("Matroska: 300,000 tags",
            () => Mkv.FileWith(Mkv.Element(Mkv.Tags, Mkv.Element(Mkv.Tag, Repeat(Mkv.Entry("AIGC", "{}"), 100_000))))),
        new("Matroska: elements of unknown size in each other",
            () => Mp4.Concat(Mkv.Header(), Repeat(Mkv.UnknownSize(Mkv.Segment), 100_000))),
        new("Matroska: a size of 2^56 - 2",
            () => Mp4.Concat(Mkv.Header(), [0x18, 0x53, 0x80, 0x67, 0x01, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFE], Mkv.Info)),
        new("Matroska: an index of itself", () => Mkv.FileWith(Mkv.SeekHead(0x114D9B74, 0))),
        new("Matroska: 20,000 indexes of themselves", () => Mkv.FileWith(Repeat(Mkv.SeekHead(0x114D9B74, 0), 20_000))),
        new("Matroska: 20,000 entries for one place", () => Mkv.FileWith(Repeat(Mkv.SeekHead(Mkv.Tags, 0), 20_000))),
        new("Matroska: cues of themselves", () => Mkv.FileWith(Mkv.SeekHead(Cues, 0), Mkv.Element(Cues, Repeat([0xBB, 0x80], Million)))),
        new("Matroska: laced blocks without frames", () => Mkv.FileWith(
            Mkv.Info, Mkv.Tracks("V_MPEG4/ISO/AVC", Movie.AvcC[8..]),
                Mkv.Element(Mkv.Cluster, Repeat(Mkv.Element(Mkv.SimpleBlock, [0x81, 0, 0, 0x86, 0xFF, 0xFF, 0xFF]), 20_000)))),
        new("AVI: lists nested 100,000 deep",
            () => Mp4.Concat("RIFF"u8.ToArray(), [0, 0, 0x10, 0], "AVI "u8.ToArray(), NestedLists(100_000))),
        new("AVI: a million chunks", () => Avi.FileWith(Repeat(Avi.Chunk("JUNK"), Million))),
        new("AVI: a million empty frames", () => Avi.FileWith(Avi.Header, Avi.List("movi", Repeat(Avi.Chunk("00dc"), Million)))),
        new("AVI: a chunk of 4 GB",
            () => Mp4.Concat(Avi.FileWith(Avi.Header), "RIFF"u8.ToArray(), [0xFF, 0xFF, 0xFF, 0xFF], "AVIX"u8.ToArray())),
        new("AVI: a thousand streams",
            () => Avi.FileWith(Avi.List("hdrl", Repeat(Avi.List("strl", Avi.Chunk("strh", new byte[56])), 100_000)))),
        new("FLV: objects nested 100,000 deep", () => Flv.FileWith(Flv.Script("onMetaData", Repeat([3, 0, 1, (byte)'a'], 100_000)))),
        new("FLV: strict arrays nested 100,000 deep",
            () => Flv.FileWith(Flv.Script("onMetaData", Repeat([10, 0xFF, 0xFF, 0xFF, 0xFF], 100_000)))),
        new("FLV: a million members",
            () => Flv.FileWith(Flv.Script("onMetaData", Mp4.Concat([8, 0, 0, 0, 0], Repeat([0, 1, (byte)'a', 1, 1], Million))))),
        new("FLV: a text of 4 GB", () => Flv.FileWith(Flv.Script("onMetaData", [12, 0xFF, 0xFF, 0xFF, 0xFF, 1, 2, 3]))),
        new("FLV: a million empty tags", () => Flv.FileWith(Repeat(Flv.Tag(9, []), Million))),
        new("FLV: 300,000 scripts", () => Flv.FileWith(Repeat(Flv.Script("onMetaData", Flv.Array()), 300_000))),
        new("ASF: objects of size zero", () => Asf.HeaderWith(Repeat(Mp4.Concat(Asf.Xmp.ToByteArray(), new byte[8]), 100_000))),
        new("ASF: 300,000 empty objects", () => Asf.HeaderWith(Repeat(Asf.Object(Guid.Empty), 300_000))),
        new("ASF: headers nested 10,000 deep", () => NestedHeaders(10_000)),
        new("ASF: an object of 2^64 - 1 bytes", () => Mp4.Concat(Asf.HeaderWith(), Asf.Xmp.ToByteArray(), Repeat([0xFF], 8))),
        new("MPEG-TS: nothing but sync bytes", () => Repeat([0x47], 10_000_000)),
        new("MPEG-TS: sync bytes at random", () => RandomPackets(50_000)),
        new("MPEG-TS: a table of 40,000 programs",
            () => Repeat(Packet(0, [0, 0, 0xB0, 180, 0, 1, 0xC1, 0, 0, .. Repeat([0, 1, 0xE1, 0], 42)]), 50_000)),
        new("MPEG-TS: a program that maps to its own table",
            () => Repeat(Packet(0, [0, 0, 0xB0, 13, 0, 1, 0xC1, 0, 0, 0, 1, 0xE0, 0, 0, 0, 0, 0]), 50_000)),
    ];

    private static byte[] NestedTags(int depth)
    {
        const int HeaderLength = 10;
        var tags = new byte[depth * HeaderLength];
        for (var at = 0; at < tags.Length; at += HeaderLength)
        {
            BinaryPrimitives.WriteUInt16BigEndian(tags.AsSpan(at), (ushort)Mkv.SimpleTag);
            BinaryPrimitives.WriteUInt64BigEndian(tags.AsSpan(at + 2), 0x0100_0000_0000_0000UL | (uint)(tags.Length - at - HeaderLength));
        }

        return tags;
    }

    private static byte[] NestedLists(int depth)
    {
        const int HeaderLength = 12;
        var lists = new byte[depth * HeaderLength];
        for (var at = 0; at < lists.Length; at += HeaderLength)
        {
            "LIST"u8.CopyTo(lists.AsSpan(at));
            BinaryPrimitives.WriteInt32LittleEndian(lists.AsSpan(at + 4), lists.Length - at - 8);
            Encoding.ASCII.GetBytes("hdrl", lists.AsSpan(at + 8));
        }

        return lists;
    }

    private static byte[] NestedHeaders(int depth)
    {
        const int HeaderLength = 30;
        var headers = new byte[depth * HeaderLength];
        for (var at = 0; at < headers.Length; at += HeaderLength)
        {
            Asf.Header.TryWriteBytes(headers.AsSpan(at));
            BinaryPrimitives.WriteInt64LittleEndian(headers.AsSpan(at + 16), headers.Length - at);
        }

        return headers;
    }

    private static byte[] Packet(int id, byte[] section)
    {
        var packet = new byte[188];
        packet.AsSpan().Fill(0xFF);
        byte[] header = [0x47, (byte)(0x40 | (id >> 8)), (byte)id, 0x10];
        header.CopyTo(packet, 0);
        section.AsSpan(0, Math.Min(section.Length, packet.Length - header.Length)).CopyTo(packet.AsSpan(header.Length));
        return packet;
    }

    private static byte[] RandomPackets(int count)
    {
        var bytes = new byte[count * 188];
        var random = new Random(188);
        random.NextBytes(bytes);
        for (var at = 0; at < bytes.Length; at += 188)
        {
            bytes[at] = 0x47;
        }

        return bytes;
    }
}
