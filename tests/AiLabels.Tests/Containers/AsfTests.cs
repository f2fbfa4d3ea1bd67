using System.Text;
using AiLabels.Tests.Builders;

namespace AiLabels.Tests.Containers;

public sealed class AsfTests
{
    private static readonly Guid Header = new("75b22630-668e-11cf-a6d9-00aa0062ce6c");
    private static readonly Guid ExtendedContentDescription = new("d2d0a440-e307-11d2-97f0-00a0c95ea850");
    private static readonly Guid Xmp = new("be7acfcb-97a9-42e8-9c71-999491e3afac");

    [Fact]
    public async Task ReadAsync_XmpObject_IsRead()
    {
        var xmp = $$"""
            <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""
            xmlns:TC260="http://www.tc260.org.cn/ns/AIGC/1.0/"><TC260:AIGC>{{Aigc.Generated}}</TC260:AIGC></rdf:Description></rdf:RDF></x:xmpmeta>
            """;

        var report = await Inspect.Bytes(Mp4.Concat(HeaderWith(), Object(Xmp, Encoding.UTF8.GetBytes(xmp))));

        Assert.Equal((AiOrigin.Confirmed, "Vidu", ContainerFormat.Asf), (report.Origin, report.Generator, report.Container.Format));
    }

    [Fact]
    public async Task ReadAsync_LabelAsDescriptor_IsConfirmed()
    {
        byte[] name = Encoding.Unicode.GetBytes("AIGC\0");
        byte[] value = Encoding.Unicode.GetBytes(Aigc.Generated + "\0");
        byte[] descriptor = [1, 0, (byte)name.Length, 0, .. name, 0, 0, .. BitConverter.GetBytes((ushort)value.Length), .. value];

        var report = await Inspect.Bytes(HeaderWith(Object(ExtendedContentDescription, descriptor)));

        Assert.Equal(AiOrigin.Confirmed, report.Origin);
        Assert.Equal("Header/ExtendedContentDescription/AIGC", Assert.Single(report.Findings).Source.Path);
    }

    [Theory]
    [InlineData(23)]
    [InlineData(0)]
    public async Task ReadAsync_ObjectSmallerThanItsHeader_IsInconclusive(byte size)
    {
        var report = await Inspect.Bytes(Mp4.Concat(HeaderWith(), Xmp.ToByteArray(), [size, 0, 0, 0, 0, 0, 0, 0]));

        Assert.Equal("container.damaged", Assert.Single(report.Problems).Code);
    }

    private static byte[] HeaderWith(params byte[][] children) => Object(Header, [new byte[6], .. children]);

    private static byte[] Object(Guid id, params byte[][] payload)
    {
        var body = Mp4.Concat(payload);
        return Mp4.Concat(id.ToByteArray(), BitConverter.GetBytes(24L + body.Length), body);
    }
}
