using AiLabels.Reports;
using AiLabels.Testing;
using static AiLabels.Testing.Flv;

namespace AiLabels.Tests.Containers;

public sealed class FlvTests
{
    private static readonly byte[] Video = Tag(9, new byte[50]);

    public static TheoryData<byte[]> Values => new()
    {
        Array(("duration", Number(1)), ("AIGC", String(Aigc.Generated))),
        Array(("AIGC", LongString(Aigc.Generated))),
        Object(("AIGC", String(Aigc.Generated))),
        Array(("keyframes", Object(("times", [10, 0, 0, 0, 2, .. Number(0), .. Number(1)]), ("AIGC", String("{}")))),
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
