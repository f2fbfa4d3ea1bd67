using System.Formats.Cbor;
using AiLabels.C2pa.Cbor;
using AiLabels.Testing.C2pa;

namespace AiLabels.Tests.C2pa;

public sealed class CborParserTests
{
    private static CborBudget Budget => new(maxDepth: 64, maxItems: 10_000);

    [Fact]
    public void Parse_NestedMap_IsNavigatedByKey()
    {
        // Arrange
        var encoded = Cbor.Encode(new Dictionary<object, object?>
        {
            ["actions"] = new object?[] { new Dictionary<object, object?> { ["action"] = "c2pa.created", ["done"] = true } },
            [1] = -7,
            ["hash"] = new byte[] { 1, 2 },
        });

        // Act
        var root = CborParser.Parse(encoded, Budget);

        // Assert
        Assert.Equal("c2pa.created", root["actions"]?.Items[0]["action"]?.Text);
        Assert.True(root["actions"]?.Items[0]["done"]?.Boolean);
        Assert.Equal(-7, root[1]?.Integer);
        Assert.Equal([1, 2], root["hash"]?.Bytes?.ToArray());
    }

    [Fact]
    public void Parse_ItemOfAnotherKind_AnswersNullOrEmpty()
    {
        var root = CborParser.Parse(Cbor.Encode(new object?[] { "text" }), Budget);

        Assert.Null(root["key"]);
        Assert.Null(root.Text);
        Assert.Empty(root.Items[0].Items);
    }

    [Fact]
    public void Parse_TaggedText_IsReadThroughItsTags()
    {
        // 0("2026-01-01") in tag 55799, "self-described CBOR".
        byte[] encoded = [0xD9, 0xD9, 0xF7, 0xC0, .. Cbor.Encode("2026-01-01")];

        var root = CborParser.Parse(encoded, Budget);

        Assert.Equal(55799u, Assert.IsType<CborTagged>(root).Tag);
        Assert.Equal("2026-01-01", root.Text);
    }

    [Fact]
    public void Parse_IndefiniteLengths_AreReadLikeDefiniteOnes()
    {
        // {_ "a": [_ 1, (_ h'01', h'02')]}
        byte[] encoded = [0xBF, 0x61, (byte)'a', 0x9F, 0x01, 0x5F, 0x41, 0x01, 0x41, 0x02, 0xFF, 0xFF, 0xFF];

        var root = CborParser.Parse(encoded, Budget);

        Assert.Equal([1, 2], root["a"]?.Items[1].Bytes?.ToArray());
    }

    [Theory]
    [InlineData(0x81)]
    [InlineData(0x9F)]
    [InlineData(0xC1)]
    [InlineData(0xA1)]
    public void Parse_HundredThousandNestedItems_EndsAtTheDepthLimit(byte opening)
    {
        var encoded = Enumerable.Repeat(opening, 100_000).ToArray();

        Assert.Throws<CborContentException>(() => CborParser.Parse(encoded, Budget));
    }

    [Theory]
    [InlineData("9B7FFFFFFFFFFFFFFF", "array of 2^63-1 items")]
    [InlineData("BB7FFFFFFFFFFFFFFF", "map of 2^63-1 pairs")]
    [InlineData("9BFFFFFFFFFFFFFFFF", "array of 2^64-1 items")]
    [InlineData("5AFFFFFFFF00", "byte string of 4 GB")]
    [InlineData("7B7FFFFFFFFFFFFFFF41", "text of 2^63-1 bytes")]
    [InlineData("9F0102", "array without break")]
    [InlineData("BF6161", "map without value and break")]
    [InlineData("5F4101", "byte string without break")]
    [InlineData("61FF", "text that is not UTF-8")]
    [InlineData("0101", "two items")]
    [InlineData("A2616101616102", "repeated key")]
    [InlineData("A1810102", "array as key")]
    [InlineData("FF", "break alone")]
    [InlineData("C1", "tag alone")]
    [InlineData("", "nothing")]
    [InlineData("1C", "reserved additional information")]
    [InlineData("FC", "reserved simple value")]
    public void Parse_DamagedOrForgedItem_IsRefused(string hex, string what)
    {
        var refused = Record.Exception(() => CborParser.Parse(Convert.FromHexString(hex), Budget));

        Assert.True(refused is CborContentException, $"{what}: {refused}");
    }

    [Fact]
    public void Parse_MoreItemsThanTheLimit_IsRefused()
    {
        var encoded = Cbor.Encode(Enumerable.Repeat<object?>(1, 10_001).ToArray());

        Assert.Throws<CborContentException>(() => CborParser.Parse(encoded, Budget));
    }

    [Fact]
    public void Parse_IntegersBeyondSixtyFourBits_HaveNoValue()
    {
        // Arrange
        byte[] encoded = [0x82, 0x1B, .. Enumerable.Repeat((byte)0xFF, 8), 0x3B, .. Enumerable.Repeat((byte)0xFF, 8)];

        // Act
        var root = CborParser.Parse(encoded, Budget);

        // Assert
        Assert.All(root.Items, item => Assert.Null(item.Integer));
    }
}
