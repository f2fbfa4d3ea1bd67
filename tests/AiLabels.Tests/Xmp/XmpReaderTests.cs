using System.Text;
using AiLabels.Reading;
using AiLabels.Reports;
using AiLabels.Xmp;

namespace AiLabels.Tests.Xmp;

public sealed class XmpReaderTests
{
    private const string Trained = "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia";
    private const string Aigc =
        """{"Label":"1","ContentProducer":"p","ProduceID":"1","ReservedCode1":"","ContentPropagator":"p","PropagateID":"1","ReservedCode2":""}""";

    [Theory]
    [InlineData($"<e:DigitalSourceType>{Trained}</e:DigitalSourceType>")]
    [InlineData($"<e:DigitalSourceType rdf:resource='{Trained}'/>")]
    [InlineData($"<e:DigitalSourceType><rdf:Bag><rdf:li>{Trained}</rdf:li></rdf:Bag></e:DigitalSourceType>")]
    [InlineData($"<e:DigitalSourceType><rdf:Seq><rdf:li rdf:resource='{Trained}'/></rdf:Seq></e:DigitalSourceType>")]
    [InlineData($"<e:DigitalSourceType>\n  {Trained}\n</e:DigitalSourceType>")]
    [InlineData($"<e:DigitalSourceType><![CDATA[{Trained}]]></e:DigitalSourceType>")]
    [InlineData("<e:DigitalSourceType>https://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia/</e:DigitalSourceType>")]
    [InlineData("<e:DigitalSourceType>trainedAlgorithmicMedia</e:DigitalSourceType>")]
    [InlineData("<e:DigitalSourceType>TrainedAlgorithmicMedia</e:DigitalSourceType>")]
    public void Read_SourceTypeAsElement_SaysAi(string property)
    {
        var finding = Assert.Single(Read(Packet(property)).Findings);

        Assert.Equal((FindingKind.DigitalSourceType, AiOrigin.Confirmed), (finding.Kind, finding.Says));
        Assert.Equal("packet/Iptc4xmpExt:DigitalSourceType", finding.Source.Path);
    }

    [Fact]
    public void Read_SourceTypeAsAttribute_SaysAi()
    {
        var evidence = Read(Packet("", $"e:DigitalSourceType='{Trained}'"));

        Assert.Equal(AiOrigin.Confirmed, Assert.Single(evidence.Findings).Says);
    }

    [Theory]
    [InlineData("digitalCapture", 0)]
    [InlineData("algorithmicMedia", 0)]
    [InlineData("somethingElse", 1)]
    public void Read_SourceTypeThatIsNoProofOfAi_SaysNothingFound(string code, int problems)
    {
        var evidence = Read(Packet($"<e:DigitalSourceType>{code}</e:DigitalSourceType>"));

        Assert.Equal(AiOrigin.NotFound, Assert.Single(evidence.Findings).Says);
        Assert.Equal(problems, evidence.Problems.Count);
    }

    [Fact]
    public void Read_UnknownTerm_IsAProblemOfTheTermAndNotOfThePacket()
    {
        var problem = Assert.Single(Read(Packet("<e:DigitalSourceType>somethingElse</e:DigitalSourceType>")).Problems);

        Assert.Equal("iptc.digitalSourceType.unknown", problem.Code);
    }

    [Theory]
    [InlineData("<exif:UserComment xmlns:exif='http://ns.adobe.com/exif/1.0/'>{0}</exif:UserComment>")]
    [InlineData("<dc:description><rdf:Alt><rdf:li xml:lang='x-default'>{0}</rdf:li></rdf:Alt></dc:description>")]
    [InlineData("<sd:parameters xmlns:sd='http://example.org/sd/'>{0}</sd:parameters>")]
    public void Read_ParametersOfAGeneration_AreARecipe(string property)
    {
        const string parameters = "a fox\nSteps: 20, Sampler: Euler a, CFG scale: 7, Seed: 1";

        var evidence = Read(Packet(property.Replace("{0}", parameters, StringComparison.Ordinal)));

        var finding = Assert.Single(evidence.Findings);
        Assert.Equal((FindingKind.GenerationRecipe, AiOrigin.Suspected), (finding.Kind, finding.Says));
    }

    [Theory]
    [InlineData("e:DigitalSourceFileType")]
    [InlineData("e:DigitalSourcefileType")]
    public void Read_SourceTypeAsGoogleNamesIt_SaysAi(string name)
    {
        Assert.Equal(AiOrigin.Confirmed, Assert.Single(Read(Packet($"<{name}>{Trained}</{name}>")).Findings).Says);
    }

    [Theory]
    [InlineData("TC260:Label='1' TC260:ContentProducer='kling' TC260:ProduceID='p1'", "")]
    [InlineData("", "<TC260:Label>1</TC260:Label><TC260:ContentProducer>kling</TC260:ContentProducer>")]
    public void Read_FieldsOfALabelAsProperties_AreOneSuspectedLabel(string attributes, string properties)
    {
        var evidence = Read(Packet(properties, attributes));

        var label = Assert.Single(evidence.Findings);
        Assert.Equal((FindingKind.AigcLabel, AiOrigin.Suspected, "Kling"), (label.Kind, label.Says, label.Generator));
        Assert.Equal("aigc.misplaced", Assert.Single(evidence.Problems).Code);
    }

    [Theory]
    [InlineData("http://www.tc260.org.cn/ns/AIGC/")]
    [InlineData("https://www.tc260.org.cn/ns/AIGC/1.0/")]
    [InlineData("http://tc260.org.cn/AIGC/2.0")]
    public void Read_LabelInAnotherNamespace_IsSuspected(string uri)
    {
        var evidence = Read(Packet($"<o:AIGC xmlns:o='{uri}'>{Aigc}</o:AIGC>"));

        Assert.Equal(AiOrigin.Suspected, Assert.Single(evidence.Findings).Says);
        Assert.Contains(evidence.Problems, problem => problem.Code == "aigc.misplaced");
    }

    [Theory]
    [InlineData("<p:Credit xmlns:p='http://ns.adobe.com/photoshop/1.0/'>Made with Google AI</p:Credit>", "Google AI")]
    [InlineData("<p:Credit xmlns:p='http://ns.adobe.com/photoshop/1.0/'>Edited with Google AI</p:Credit>", "Google AI")]
    [InlineData("<x:CreatorTool xmlns:x='http://ns.adobe.com/xap/1.0/'>Adobe Firefly 3</x:CreatorTool>", "Firefly")]
    [InlineData("<e:AISystemUsed>Dreamina</e:AISystemUsed>", "Jimeng")]
    [InlineData("<e:AISystemUsed>an unheard-of system</e:AISystemUsed>", null)]
    [InlineData("<e:AIPromptInformation>a fox in the snow</e:AIPromptInformation>", null)]
    public void Read_ToolThatMakesMediaByAi_IsSuspected(string property, string? generator)
    {
        var finding = Assert.Single(Read(Packet(property)).Findings);

        Assert.Equal((AiOrigin.Suspected, generator), (finding.Says, finding.Generator));
    }

    [Theory]
    [InlineData("<p:Credit xmlns:p='http://ns.adobe.com/photoshop/1.0/'>Made with love</p:Credit>")]
    [InlineData("<x:CreatorTool xmlns:x='http://ns.adobe.com/xap/1.0/'>Adobe Premiere Pro 25.0</x:CreatorTool>")]
    [InlineData("<e:AISystemUsed> </e:AISystemUsed>")]
    [InlineData("<dc:description>Made with Google AI</dc:description>")]
    public void Read_ToolThatDoesNot_SaysNothing(string property)
    {
        Assert.Empty(Read(Packet(property)).Findings);
    }

    [Theory]
    [InlineData("My holiday &#x0;&#xb; film")]
    [InlineData("My \u0001 holiday")]
    public void Read_ForbiddenCharacter_DoesNotEndThePacket(string text)
    {
        var evidence = Read(Packet($"<dc:description>{text}</dc:description><e:DigitalSourceType>{Trained}</e:DigitalSourceType>"));

        Assert.Equal(AiOrigin.Confirmed, Assert.Single(evidence.Findings).Says);
        Assert.DoesNotContain(evidence.Problems, problem => problem.Code == "xmp.malformed");
    }

    [Fact]
    public void Read_ByteThatIsNotUtf8_IsReplacedAndSaid()
    {
        // Arrange
        var properties = $"<dc:description>caf\u00E9</dc:description><e:DigitalSourceType>{Trained}</e:DigitalSourceType>";
        var packet = Encoding.Latin1.GetBytes(Packet(properties));

        // Act
        var evidence = XmpReader.Read(packet, new("packet", 0, packet.Length), new());

        // Assert
        Assert.Equal(AiOrigin.Confirmed, Assert.Single(evidence.Findings).Says);
        Assert.Equal("metadata.badCharacters", Assert.Single(evidence.Problems).Code);
    }

    [Theory]
    [InlineData($"<dc:description>{Trained}</dc:description>")]
    [InlineData($"<x:DigitalSourceType xmlns:x='http://example.org/'>{Trained}</x:DigitalSourceType>")]
    [InlineData($"<xmpMM:DerivedFrom rdf:parseType='Resource'><e:DigitalSourceType>{Trained}</e:DigitalSourceType></xmpMM:DerivedFrom>")]
    [InlineData($"<!-- <e:DigitalSourceType>{Trained}</e:DigitalSourceType> -->")]
    public void Read_TermOutsideItsPlace_IsNoLabel(string property)
    {
        Assert.Empty(Read(Packet(property)).Findings);
    }

    [Fact]
    public void Read_AigcLabelAsElementOrAttribute_IsReadAsGb45438()
    {
        var element = Read(Packet($"<TC260:AIGC>{Aigc}</TC260:AIGC>"));
        var attribute = Read(Packet("", $"TC260:AIGC='{Aigc}'"));

        Assert.All([element, attribute], evidence =>
        {
            var finding = Assert.Single(evidence.Findings);
            Assert.Equal((FindingKind.AigcLabel, AiOrigin.Confirmed, Aigc), (finding.Kind, finding.Says, finding.Raw));
        });
    }

    [Fact]
    public void Read_ProvenanceUrl_IsNamed()
    {
        var finding = Assert.Single(Read(Packet("", "t:provenance='https://example.org/m.c2pa'")).Findings);

        Assert.Equal((FindingKind.RemoteManifest, "https://example.org/m.c2pa"), (finding.Kind, finding.Raw));
    }

    [Fact]
    public void Read_Utf16WithAndWithoutByteOrderMark_IsRead()
    {
        var xml = Packet($"<e:DigitalSourceType>{Trained}</e:DigitalSourceType>");
        byte[][] packets =
        [
            Encoding.BigEndianUnicode.GetBytes('\uFEFF' + xml),
            Encoding.BigEndianUnicode.GetBytes(xml),
            Encoding.Unicode.GetBytes('\uFEFF' + xml),
            Encoding.Unicode.GetBytes(xml),
            [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(xml), 0, 0, 0],
        ];

        Assert.All(packets, packet => Assert.Equal(AiOrigin.Confirmed, Assert.Single(Read(packet).Findings).Says));
    }

    [Fact]
    public void Read_TwoValuesThatDisagree_ReportsBoth()
    {
        var evidence =
            Read(Packet("<e:DigitalSourceType>trainedAlgorithmicMedia</e:DigitalSourceType>", "e:DigitalSourceType='digitalCapture'"));

        Assert.Equal([AiOrigin.NotFound, AiOrigin.Confirmed], evidence.Findings.Select(finding => finding.Says));
    }

    [Theory]
    [InlineData("<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><x>&e;</x>")]
    [InlineData("<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>]><x>&b;</x>")]
    [InlineData("<x><y></x>")]
    [InlineData("not XML")]
    [InlineData("")]
    public void Read_DtdOrDamage_IsMalformed(string xml)
    {
        var evidence = Read(xml);

        Assert.Equal("xmp.malformed", Assert.Single(evidence.Problems).Code);
        Assert.Empty(evidence.Findings);
    }

    [Fact]
    public void Read_ElementsNestedWithoutEnd_EndsAtTheDepthLimit()
    {
        var evidence = Read(string.Concat(Enumerable.Repeat("<a>", 100_000)));

        Assert.Equal("xmp.malformed", Assert.Single(evidence.Problems).Code);
    }

    [Fact]
    public void Read_MoreLabelsThanAnHonestPacketHolds_NamesTheLimit()
    {
        // Arrange
        var items = string.Concat(Enumerable.Repeat("<rdf:li>digitalCapture</rdf:li>", 10_000));

        // Act
        var evidence = Read(Packet($"<e:DigitalSourceType><rdf:Bag>{items}</rdf:Bag></e:DigitalSourceType>"));

        // Assert
        Assert.Equal("limit.properties", Assert.Single(evidence.Problems).Code);
        Assert.Equal(256, evidence.Findings.Count);
    }

    [Fact]
    public void Read_MutatedPacket_NeverThrows()
    {
        var original =
            Encoding.UTF8.GetBytes(Packet($"<e:DigitalSourceType>{Trained}</e:DigitalSourceType><TC260:AIGC>{Aigc}</TC260:AIGC>"));
        var random = new Random(16684);

        for (var i = 0; i < 20_000; i++)
        {
            var packet = (byte[])original.Clone();
            for (var flips = random.Next(1, 6); flips > 0; flips--)
            {
                packet[random.Next(packet.Length)] = (byte)random.Next(256);
            }

            Assert.Null(Record.Exception(() => Read(packet)));
        }
    }

    private static ReadResult Read(string xml) => Read(Encoding.UTF8.GetBytes(xml));

    private static ReadResult Read(byte[] packet) =>
        XmpReader.Read(packet, new Source("packet", 0, packet.Length), new LabelReaderOptions());

    private static string Packet(string properties, string attributes = "") => $"""
        <?xpacket begin='' id='W5M0MpCehiHzreSzNTczkc9d'?>
        <x:xmpmeta xmlns:x='adobe:ns:meta/'>
          <rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>
            <rdf:Description rdf:about='' xmlns:e='http://iptc.org/std/Iptc4xmpExt/2008-02-29/' xmlns:TC260='http://www.tc260.org.cn/ns/AIGC/1.0/'
                xmlns:t='http://purl.org/dc/terms/' xmlns:dc='http://purl.org/dc/elements/1.1/' xmlns:xmpMM='http://ns.adobe.com/xap/1.0/mm/' {attributes}>
              {properties}
            </rdf:Description>
          </rdf:RDF>
        </x:xmpmeta>
        <?xpacket end='w'?>
        """;
}
