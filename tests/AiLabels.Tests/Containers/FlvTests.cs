using AiLabels.Reports;
using AiLabels.Testing;
using static AiLabels.Testing.Flv;

namespace AiLabels.Tests.Containers;

public sealed class FlvTests
{
    private static readonly byte[] Video = Tag(9, new byte[50]);

    private static readonly byte[] Fields = Object(
        ("Label", String("1")), ("ContentProducer", String("001191110108MACC4D63XF00000")), ("ProduceID", String("p1")));

    public static TheoryData<byte[]> Values => new()
    {
        Array(("duration", Number(1)), ("AIGC", String(Aigc.Generated))),
        Array(("AIGC", LongString(Aigc.Generated))),
        Object(("AIGC", String(Aigc.Generated))),
        Array(("keyframes", Object(("times", [10, 0, 0, 0, 2, .. Number(0), .. Number(1)]), ("title", String("{}")))),
            ("AIGC", String(Aigc.Generated))),
        Array(("stereo", [1, 1]), ("date", [11, .. new byte[10]]), ("nothing", [5]), ("AIGC", String(Aigc.Generated)))[..^3],
    };

    [Theory]
    [MemberData(nameof(Values))]
    public async Task ReadAsync_LabelInOnMetaData_IsConfirmed(byte[] metadata)
    {
        var report = await Inspect.Bytes(FileWith(Script("onMetaData", metadata), Video));

        Assert.Equal((AiOrigin.Confirmed, "Vidu"), (report.Origin, report.Generator));
        Assert.Equal("onMetaData/AIGC", Assert.Single(report.Findings).Source.Path);
        Assert.Empty(report.Problems);
    }

    [Fact]
    public async Task ReadAsync_OnMetaData_ReportsContainerFacts()
    {
        // Arrange
        var metadata = Array(
            ("duration", Number(2.5)), ("width", Number(320)), ("height", Number(180)), ("videocodecid", Number(7)),
                ("audiocodecid", Number(10)), ("encoder", String("Lavf59")));

        // Act
        var report = await Inspect.Bytes(FileWith(Script("onMetaData", metadata), Video));

        // Assert
        Assert.Equal((ContainerFormat.Flv, TimeSpan.FromSeconds(2.5), "Lavf59"),
            (report.Container.Format, report.Container.Duration, report.Container.Encoder));
        Assert.Equal(
            [new TrackFacts(TrackKind.Video, "H.264", 320, 180, null), new TrackFacts(TrackKind.Audio, "AAC", null, null, null)],
                report.Container.Tracks);
    }

    [Fact]
    public async Task ReadAsync_XmpScript_IsRead()
    {
        var report = await Inspect.Bytes(FileWith(Script("onXMPData", Array(("liveXML", LongString(XmpPacket.Trained))))));

        Assert.Equal(AiOrigin.Confirmed, report.Origin);
        Assert.Equal("onXMPData/liveXML/Iptc4xmpExt:DigitalSourceType", Assert.Single(report.Findings).Source.Path);
    }

    [Fact]
    public async Task ReadAsync_ScriptCutAfterTheLabel_KeepsTheLabelAndNamesTheDamage()
    {
        // Arrange
        var metadata = Array(("AIGC", String(Aigc.Generated)), ("title", String("cut")))[..^5];

        // Act
        var report = await Inspect.Bytes(FileWith(Script("onMetaData", metadata), Video));

        // Assert
        Assert.Equal(AiOrigin.Confirmed, report.Origin);
        Assert.Equal("container.damaged", Assert.Single(report.Problems).Code);
    }

    public static TheoryData<string, byte[]> Elsewhere => new()
    {
        { "onMetaData/AIGC/Label", Script("onMetaData", Array(("AIGC", Fields))) },
        { "onMetaData/AIGC/AIGC/Label", Script("onMetaData", Object(("AIGC", Array(("AIGC", Fields))))) },
        { "onMetaData/info/AIGC", Script("onMetaData", Array(("info", Object(("AIGC", String(Aigc.Generated)))))) },
        { "onMetaData/list/", Script("onMetaData", Array(("list", [10, 0, 0, 0, 1, .. String($"AIGC:{Aigc.Generated}")]))) },
        { "onMetaData/producer/Label", Script("onMetaData", Array(("producer", Fields))) },
        { "onAIGC", Script("onAIGC", String(Aigc.Generated)) },
        { "onAIGC/Label", Script("onAIGC", Fields) },
        { "AIGC", Script("AIGC", String(Aigc.Generated)) },
        { "onCuePoint/parameters/AIGC", Script("onCuePoint", Object(("parameters", Object(("AIGC", String(Aigc.Generated)))))) },
        { "onMetaData/AIGC", Tag(18, [.. String("@setDataFrame"), .. String("onMetaData"), .. Array(("AIGC", String(Aigc.Generated)))]) },
        { "onMetaData/AIGC", Script("onMetaData", Array(("AIGC", [1, 1]))) },
        { "onMetaData/AIGC", Script("onMetaData", Array(("AIGC", Object()))) },
    };

    [Theory]
    [MemberData(nameof(Elsewhere))]
    public async Task ReadAsync_LabelElsewhereInAScript_IsSuspectedWithItsText(string path, byte[] script)
    {
        // Act
        var report = await Inspect.Bytes(FileWith(script, Video));

        // Assert
        var label = Assert.Single(report.Findings);
        Assert.Equal((AiOrigin.Suspected, FindingKind.AigcLabel), (report.Origin, label.Kind));
        Assert.StartsWith(path[..^1], label.Source.Path, StringComparison.Ordinal);
        Assert.NotEmpty(label.Raw!);
        Assert.Contains(report.Problems, static problem => problem.Code == "aigc.misplaced");
    }

    [Fact]
    public async Task ReadAsync_LabelAsAnObject_KeepsItsFieldsAndGenerator()
    {
        // Act
        var report = await Inspect.Bytes(FileWith(Script("onMetaData", Array(("AIGC", Fields))), Video));

        // Assert
        var label = Assert.Single(report.Findings);
        Assert.Equal(("Vidu", "1"), (report.Generator, label.Details["Label"]));
        Assert.Equal("Label=1; ContentProducer=001191110108MACC4D63XF00000; ProduceID=p1", label.Raw);
    }

    public static TheoryData<byte[]> NoLabels => new()
    {
        Script("onMetaData", Array(("AIGC", [1, 0]))),
        Script("onMetaData", Array(("producer", Object(("Label", String("1")), ("ContentProducer", String("studio")))))),
        Script("onCuePoint", Object(("name", String("AIGC in the news")), ("time", Number(1)))),
        Script("onMetaData", Array(("aigc_info", Object(("aigc_label_type", Number(0)))))),
    };

    [Theory]
    [MemberData(nameof(NoLabels))]
    public async Task ReadAsync_OtherObjects_AreNoLabel(byte[] script)
    {
        var report = await Inspect.Bytes(FileWith(script, Video));

        Assert.Equal(AiOrigin.NotFound, report.Origin);
    }

    [Fact]
    public async Task ReadAsync_HoursOfKeyFrames_ReachNoLimit()
    {
        // Arrange: a recording of a day with a key frame each second, twice as many numbers as boxes are read.
        byte[] times = [10, .. Mp4.UInt32(100_000), .. Enumerable.Repeat(Number(1), 100_000).SelectMany(static n => n)];
        var metadata = Array(("keyframes", Object(("times", times), ("filepositions", times))), ("AIGC", String(Aigc.Generated)));

        // Act
        var report = await Inspect.Bytes(FileWith(Script("onMetaData", metadata), Video));

        // Assert
        Assert.Equal(AiOrigin.Confirmed, report.Origin);
        Assert.Empty(report.Problems);
    }

    [Fact]
    public async Task ReadAsync_ObjectsNestedTooDeep_NameTheLimitAndTheNextTagIsRead()
    {
        // Arrange
        byte[] nested = [.. Enumerable.Repeat<byte[]>([3, 0, 1, (byte)'a'], 1000).SelectMany(static part => part)];

        // Act
        var report = await Inspect.Bytes(
            FileWith(Script("onCuePoint", nested), Script("onMetaData", Array(("AIGC", String(Aigc.Generated)))), Video));

        // Assert
        Assert.Equal(AiOrigin.Confirmed, report.Origin);
        Assert.Equal("limit.depth", Assert.Single(report.Problems).Code);
    }

    [Fact]
    public async Task ReadAsync_ObjectsNestedWithoutEnd_AreRefused()
    {
        // Arrange
        byte[] nested = [.. Enumerable.Repeat<byte[]>([3, 0, 1, (byte)'a'], 1000).SelectMany(static part => part)];

        // Act
        var report = await Inspect.Bytes(FileWith(Script("onMetaData", nested)));

        // Assert
        Assert.Equal(AiOrigin.Inconclusive, report.Origin);
        Assert.Contains("nested", Assert.Single(report.Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReadAsync_Garbage_IsInconclusive()
    {
        var report = await Inspect.Bytes(FileWith([0xDE, 0xAD, 0xBE, 0xEF, 1, 2, 3, 4, 5, 6, 7, 8]));

        Assert.Equal(AiOrigin.Inconclusive, report.Origin);
    }
}
