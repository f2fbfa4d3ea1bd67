using System.Buffers.Binary;
using System.Text;
using AiLabels.Tests.Builders;
using AiLabels.Tests.C2pa.Builders;

namespace AiLabels.Tests;

/// <summary>Damaged and forged files end in a report: no exception, no read past the end or the limits. Seeds are fixed.</summary>
public sealed class MutationTests
{
    private const int MutantsPerFile = 1500;

    private static readonly LabelReaderOptions Limits = new() { MaxBytesRead = 1 << 20, MaxBoxes = 10_000 };

    public static TheoryData<string> Files => new(Originals.Keys);

    internal static Dictionary<string, byte[]> Originals { get; } = new()
    {
        ["mp4"] = Mp4.Concat(
            Mp4.Ftyp,
            C2paBox(),
            Mp4.Box("uuid", Convert.FromHexString("be7acfcb97a942e89c71999491e3afac"), Xmp()),
            Mp4.Mdat(),
            Mp4.Moov(
                Movie.Trak(Movie.AvcC, "h264_slapi", 40, 200),
                Mp4.Udta(Mp4.MetaWithKeys(("AIGC", Aigc.Generated), ("aigc_info", """{"aigc_label_type":2}"""), ("encoder", "Lavf")), Mp4.Box("XMP_", Xmp())))),
        ["sei"] = Movie.WithSample(Movie.AvcC, Movie.Sei([0x06], "91ca60614aee385486142d5f73f4ae2e", "kling-ai\0"), Movie.Nal([0x65, 1, 2, 3])),
        ["fragmented"] = Movie.WithFragment(Movie.HvcC, Movie.Sei([39 << 1, 1], "91ca60614aee385486142d5f73f4ae2e", "kling-ai\0")),
        ["mkv"] = Mkv.FileWith(
            Mkv.SeekHead(Mkv.Tags, 600), Mkv.Info, Mkv.Tracks("V_MPEG4/ISO/AVC", Movie.AvcC[8..]), Mkv.ClusterOf(200), Mkv.TagsWith("AIGC", Aigc.Generated)),
        ["avi"] = Avi.FileWith(Avi.Header, Avi.Movi, Avi.List("INFO", Avi.Chunk("AIGC", Encoding.UTF8.GetBytes(Aigc.Generated))), Avi.Chunk("_PMX", Xmp())),
        ["flv"] = Flv.FileWith(Flv.Script("onMetaData", Flv.Array(("duration", Flv.Number(1)), ("o", Flv.Object(("a", Flv.String("b")))), ("AIGC", Flv.LongString(Aigc.Generated)))), Flv.Tag(9, new byte[50])),
        ["live webm"] = Mp4.Concat(
            Mkv.Header("webm"), Mkv.UnknownSize(Mkv.Segment, Mkv.Info, Mkv.Tracks(), Mkv.UnknownSize(Mkv.Cluster, Mkv.Element(Mkv.SimpleBlock, new byte[50])), Mkv.TagsWith("AIGC", Aigc.Generated))),
    };

    [Theory]
    [MemberData(nameof(Files))]
    public async Task ReadAsync_Original_IsConclusive(string name) =>
        Assert.NotInRange((await Inspect.Bytes(Originals[name])).Origin, AiOrigin.NotFound, AiOrigin.Inconclusive);

    [Theory]
    [MemberData(nameof(Files))]
    public async Task ReadAsync_MutatedFile_EndsInAReportWithinTheLimits(string name)
    {
        var random = new Random(45438);
        for (var i = 0; i < MutantsPerFile; i++)
        {
            var mutant = Mutate(Originals[name], random);
            var source = new MemoryByteSource(mutant);

            var report = await Inspect.Source(source, Limits);

            Assert.Equal(mutant.Length, report.Length);
            Assert.Equal(source.BytesServed, report.BytesRead);
            Assert.InRange(report.BytesRead, 0, Limits.MaxBytesRead);
            Assert.All(report.Findings, finding => Assert.InRange(finding.Source.Offset, 0, mutant.Length));
        }
    }

    /// <summary>Up to eight changes: bits flipped, a forged number, a cut, a splice.</summary>
    internal static byte[] Mutate(byte[] original, Random random)
    {
        var file = original.ToList();
        for (var change = random.Next(1, 9); change > 0; change--)
        {
            var at = random.Next(file.Count - 8);
            switch (random.Next(8))
            {
                case 0 when file.Count > 64:
                    file.RemoveRange(at, random.Next(1, file.Count - at - 7));
                    break;
                case 1 when file.Count < 1 << 16:
                    file.InsertRange(at, file.GetRange(random.Next(at + 1), random.Next(1, 8)));
                    break;
                case 2 or 3:
                    Forge(file, at, random);
                    break;
                default:
                    file[at] ^= (byte)(1 << random.Next(8));
                    break;
            }
        }

        return [.. file];
    }

    private static void Forge(List<byte> file, int at, Random random)
    {
        uint[] numbers = [0, 1, 7, 8, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF, (uint)random.Next()];
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(number, numbers[random.Next(numbers.Length)]);
        for (var i = 0; i < number.Length; i++)
        {
            file[at + i] = number[i];
        }
    }

    private static byte[] C2paBox()
    {
        var manifest = new ManifestBuilder("urn:c2pa:1").Action("c2pa.created", "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia", "Sora");
        return Mp4.Box("uuid", Convert.FromHexString("d8fec3d61b0e483c92975828877ec481"), new byte[4], "manifest\0"u8.ToArray(), new byte[8], Jumbf.Store(manifest.Build()));
    }

    private static byte[] Xmp() => Encoding.UTF8.GetBytes(
        """
        <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""
        xmlns:e="http://iptc.org/std/Iptc4xmpExt/2008-02-29/" e:DigitalSourceType="trainedAlgorithmicMedia"/></rdf:RDF></x:xmpmeta>
        """);
}
