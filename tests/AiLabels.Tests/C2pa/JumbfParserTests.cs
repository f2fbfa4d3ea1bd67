using System.Buffers.Binary;
using AiLabels.C2pa.Jumbf;
using AiLabels.Testing.C2pa;

namespace AiLabels.Tests.C2pa;

public sealed class JumbfParserTests
{
    private const int MaxDepth = 32;
    private const int MaxBoxes = 1000;

    [Fact]
    public void Parse_Store_KeepsLabelsTypesOffsetsAndContent()
    {
        var assertion = Jumbf.Superbox("cbor", "c2pa.actions", Jumbf.Box("cbor", [0xA0]));
        var bytes = Jumbf.Store(Jumbf.Superbox("c2ma", "urn:1", assertion));

        var store = JumbfParser.Parse(bytes, 0, MaxDepth, MaxBoxes);

        var box = store.Child("urn:1")?.Child("c2pa.actions");
        Assert.Equal("c2ma", store.Children[0].Type);
        Assert.Equal([0xA0], box?.Data("cbor")?.ToArray());
        Assert.Equal(assertion[8..], box?.Content.ToArray());
        Assert.Equal(bytes.Length - assertion.Length, box?.Offset);
    }

    [Fact]
    public void Parse_SaltAfterLabel_BelongsToTheContentButNotToTheLabel()
    {
        // Arrange
        var bytes = Jumbf.Box("jumb", Jumbf.SaltedDescription("c2as", "salted", new byte[16]));

        // Act
        var box = JumbfParser.Parse(bytes, 0, MaxDepth, MaxBoxes);

        // Assert
        Assert.Equal("salted", box.Label);
        Assert.Equal(bytes[8..], box.Content.ToArray());
    }

    [Fact]
    public void Parse_LengthZero_ReachesToTheEndOfTheParent()
    {
        var bytes = Jumbf.Store(Jumbf.Superbox("c2ma", "urn:1"));
        BinaryPrimitives.WriteUInt32BigEndian(bytes, 0);

        Assert.Equal("urn:1", JumbfParser.Parse(bytes, 0, MaxDepth, MaxBoxes).Children[0].Label);
    }

    [Fact]
    public void Parse_LengthOne_ReadsThe64BitLength()
    {
        var description = Jumbf.Description("c2pa", "c2pa");
        byte[] bytes =
            [0, 0, 0, 1, (byte)'j', (byte)'u', (byte)'m', (byte)'b', 0, 0, 0, 0, 0, 0, 0, (byte)(16 + description.Length), .. description];

        Assert.Equal("c2pa", JumbfParser.Parse(bytes, 0, MaxDepth, MaxBoxes).Label);
    }

    [Theory]
    [InlineData(0xFFFFFFFF)]
    [InlineData(0x7FFFFFFF)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public void Parse_LengthThatCannotBe_IsRefused(uint length)
    {
        var bytes = Jumbf.Store(Jumbf.Superbox("c2ma", "urn:1"));
        BinaryPrimitives.WriteUInt32BigEndian(bytes, length);

        Assert.Throws<InvalidDataException>(() => JumbfParser.Parse(bytes, 0, MaxDepth, MaxBoxes));
    }

    [Fact]
    public void Parse_BoxesNestedWithoutEnd_EndsAtTheDepthLimit()
    {
        var bytes = Enumerable.Range(0, 2000).Aggregate(Array.Empty<byte>(), (inner, _) => Jumbf.Superbox("c2ma", "x", inner));

        Assert.Throws<InvalidDataException>(() => JumbfParser.Parse(bytes, 0, MaxDepth, int.MaxValue));
    }

    [Fact]
    public void Parse_MoreBoxesThanTheLimit_IsRefused()
    {
        var bytes = Jumbf.Store([.. Enumerable.Repeat(Jumbf.Box("free"), MaxBoxes)]);

        Assert.Throws<InvalidDataException>(() => JumbfParser.Parse(bytes, 0, MaxDepth, MaxBoxes));
    }

    [Fact]
    public void Parse_EveryTruncation_IsRefused()
    {
        var bytes = Jumbf.Store(Jumbf.Superbox("c2ma", "urn:1", Jumbf.Superbox("cbor", "a", Jumbf.Box("cbor", [0xA0]))));

        Assert.All(Enumerable.Range(0, bytes.Length), length =>
            Assert.Throws<InvalidDataException>(() => JumbfParser.Parse(bytes.AsMemory(0, length), 0, MaxDepth, MaxBoxes)));
    }
}
