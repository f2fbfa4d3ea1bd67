using System.Text;
using AiLabels.Gb45438;
using AiLabels.Reports;
using AiLabels.Testing;
using AiLabels.Testing.C2pa;
using static AiLabels.Testing.Mp4;

namespace AiLabels.Tests.Writing;

/// <summary>Files that may receive a label, and labels that may be written.</summary>
public sealed class AdmissionTests
{
    [Fact]
    public async Task WriteAsync_LabelledFile_IsRefusedUntilTheLabelIsToBeReplaced()
    {
        var file = FileWith(Udta(MetaWithKeys(("AIGC", Aigc.Label("2")), ("title", "Title"))));
        await Labelling.AssertRefused(Refusal.AlreadyLabelled, file);

        var labelled = await Labelling.Written(file, Labelling.Replacing);

        Assert.Equal(Aigc.Generated, Assert.Single((await Inspect.Bytes(labelled)).Findings).Raw);
        Assert.Contains("Title", Encoding.UTF8.GetString(labelled), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1", "2")]
    [InlineData("1", "3")]
    [InlineData("2", "3")]
    public async Task WriteAsync_LabelThatSaysLess_NeverReplacesOneThatSaysMore(string old, string label) =>
        await Labelling.AssertRefused(
            Refusal.WeakerLabel, FileWith(Udta(MetaWithKeys(("AIGC", Aigc.Label(old))))), Labelling.Replacing, Labelling.With(label));

    [Theory]
    [InlineData("""{"Label":"AIGC"}""")]
    [InlineData("no JSON at all")]
    [InlineData("""{"Label":"0","ContentProducer":"x","ProduceID":"y"}""")]
    public async Task WriteAsync_MalformedLabel_GivesWayToAny(string old)
    {
        var labelled = await Labelling.Written(FileWith(Udta(MetaWithKeys(("AIGC", old)))), Labelling.Replacing, Labelling.With("3"));

        Assert.Equal(Aigc.Label("3"), Assert.Single((await Inspect.Bytes(labelled)).Findings).Raw);
    }

    /// <summary>Every place that the reader accepts and the writer can rewrite: one label remains, in the place of the standard.</summary>
    [Fact]
    public async Task WriteAsync_LabelsInSeveralPlaces_LeaveOne()
    {
        // Arrange
        var file = Concat(
            Ftyp,
            Mdat(),
            Moov(
                QuickTimeMetaWithKeys(("AIGC", Aigc.Generated), ("com.apple.quicktime.make", "Make")),
                Udta(Box("AIGC", Encoding.UTF8.GetBytes(Aigc.Generated)),
                    MetaWithKeys(("my.aigc", Aigc.Generated), ("title", "Title"), ("AIGC", Aigc.Generated)))));

        // Act
        var (outcome, labelled) = await Labelling.Bytes(file, Labelling.Replacing);

        // Assert
        Assert.Equal(4, outcome.Replaced);
        Assert.Equal("moov/udta/meta/ilst/AIGC", Assert.Single((await Inspect.Bytes(labelled)).Findings).Source.Path);
        Assert.All(["Make", "Title"], text => Assert.Contains(text, Encoding.UTF8.GetString(labelled), StringComparison.Ordinal));
    }

    [Fact]
    public async Task WriteAsync_LabelInXmp_IsRefused()
    {
        var xmp = Encoding.UTF8.GetBytes($"""
            <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""
            xmlns:TC260="http://www.tc260.org.cn/ns/AIGC/1.0/"><TC260:AIGC>{Aigc.Generated}</TC260:AIGC></rdf:Description></rdf:RDF></x:xmpmeta>
            """);

        await Labelling.AssertRefused(Refusal.LabelElsewhere, FileWith(Udta(Box("XMP_", xmp))), Labelling.Replacing);
    }

    /// <summary>Removing the label would remove the comment.</summary>
    [Fact]
    public async Task WriteAsync_LabelInAComment_IsRefused() => await Labelling.AssertRefused(
        Refusal.LabelElsewhere, FileWith(Udta(MetaWithKeys(("comment", $$"""{"AIGC":{{Aigc.Generated}},"more":1}""")))),
            Labelling.Replacing);

    [Fact]
    public async Task WriteAsync_ContentCredentials_WarnsThatTheirHashBreaks()
    {
        var file = SignedMp4.Embed(
            Jumbf.Store(new ManifestBuilder("urn:c2pa:1").Action(
                "c2pa.created", "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia", "Sora").Build()));

        var (outcome, _) = await Labelling.Bytes(file);

        Assert.True(outcome.IsWritten);
        Assert.Contains(outcome.Warnings, static w => w.Code == "credentials.broken");
    }

    [Fact]
    public async Task WriteAsync_DamagedFile_IsRefused()
    {
        var file = FileWith();

        await Labelling.AssertRefused(Refusal.Damaged, file[..^4]);
        await Labelling.AssertRefused(Refusal.Damaged, Concat(Ftyp, Mdat()));
        await Labelling.AssertRefused(Refusal.UnsupportedContainer, "no video at all, whatever its name says"u8.ToArray());
    }

    [Fact]
    public async Task WriteAsync_MoreBoxesThanAllowed_IsRefused() =>
        await Labelling.AssertRefused(Refusal.LimitReached, FileWith([.. Enumerable.Repeat(Box("free"), 100)]), new() { MaxBoxes = 50 });

    [Theory]
    [InlineData("transport.ts", "libx264")]
    [InlineData("windows.wmv", "wmv2")]
    public async Task WriteAsync_ContainerWithoutAPlace_IsRefusedWithARemedy(string name, string codec)
    {
        // Arrange
        using var ffmpeg = new Ffmpeg();
        var file = await File.ReadAllBytesAsync(await ffmpeg.MakeAsync(name, "-c:v", codec));

        // Act
        var (outcome, labelled) = await Labelling.Bytes(file);

        // Assert
        Assert.Equal(Refusal.UnsupportedContainer, outcome.Refusal);
        Assert.Contains("ffmpeg -i IN -c copy OUT.mkv", outcome.Message, StringComparison.Ordinal);
        Assert.Empty(labelled);
    }

    [Theory]
    [InlineData("0", "producer", "id")]
    [InlineData("", "producer", "id")]
    [InlineData("1", "", "id")]
    [InlineData("1", "producer", "")]
    [InlineData("1", "快手", "id")]
    [InlineData("1", "a producer", "id")]
    [InlineData("1", @"back\slash", "id")]
    [InlineData("1", "control\u0001", "id")]
    [InlineData("1", "001191110108MACC4D63XA00000", "id")]
    public async Task WriteAsync_LabelThatDoesNotConform_IsMisuse(string label, string producer, string id)
    {
        var nonconforming = new LabelToWrite { Label = label, ContentProducer = producer, ProduceId = id };

        Assert.NotEmpty(nonconforming.Check());
        await Assert.ThrowsAsync<ArgumentException>(() => Labelling.Bytes(FileWith(), label: nonconforming));
    }

    [Fact]
    public void ToJson_OnFirstWriting_NamesTheProducerAsPropagator() => Assert.Equal(Aigc.Generated, Labelling.Generated.ToJson());

    [Fact]
    public void ToJson_EveryAllowedCharacter_IsWrittenAsAnnexEHasIt()
    {
        var label = Labelling.Generated with { ReservedCode1 = """{"K":"<&'+/>~!#"}""", ContentPropagator = "p", PropagateId = "q" };

        Assert.Empty(label.Check());
        Assert.Contains("""
            "ReservedCode1":"{\"K\":\"<&'+/>~!#\"}","ContentPropagator":"p","PropagateID":"q",
            """.Trim(), label.ToJson(), StringComparison.Ordinal);
    }
}
