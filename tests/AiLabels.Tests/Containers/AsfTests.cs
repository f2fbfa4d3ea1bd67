using System.Text;
using AiLabels.Reports;
using AiLabels.Testing;

namespace AiLabels.Tests.Containers;

public sealed class AsfTests
{
    [Fact]
    public async Task ReadAsync_XmpObject_IsRead()
    {
        var xmp = $$"""
            <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""
            xmlns:TC260="http://www.tc260.org.cn/ns/AIGC/1.0/"><TC260:AIGC>{{Aigc.Generated}}</TC260:AIGC></rdf:Description></rdf:RDF></x:xmpmeta>
            """;

        var report = await Inspect.Bytes(Mp4.Concat(Asf.HeaderWith(), Asf.Object(Asf.Xmp, Encoding.UTF8.GetBytes(xmp))));

        Assert.Equal((AiOrigin.Confirmed, "Vidu", ContainerFormat.Asf), (report.Origin, report.Generator, report.Container.Format));
    }

    [Fact]
    public async Task ReadAsync_LabelAsDescriptor_IsConfirmed()
    {
        var report = await Inspect.Bytes(Asf.HeaderWith(Asf.Description("AIGC", Aigc.Generated)));

        Assert.Equal(AiOrigin.Confirmed, report.Origin);
        Assert.Equal("Header/ExtendedContentDescription/AIGC", Assert.Single(report.Findings).Source.Path);
    }

    [Theory]
    [InlineData(23)]
    [InlineData(0)]
    public async Task ReadAsync_ObjectSmallerThanItsHeader_IsInconclusive(byte size)
    {
        var report = await Inspect.Bytes(Mp4.Concat(Asf.HeaderWith(), Asf.Xmp.ToByteArray(), [size, 0, 0, 0, 0, 0, 0, 0]));

        Assert.Equal("container.damaged", Assert.Single(report.Problems).Code);
    }
}
