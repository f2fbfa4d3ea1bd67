using VideoGate.Audit;

namespace VideoGate.Tests.Audit;

public sealed class CanonicalJsonTests
{
    // RFC 8785 section 3.2.2.2 and appendix B.
    [Theory]
    [InlineData("€$\u000F\nA'B\"\\\\\"/", "\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"")]
    [InlineData("\b\t\f\r", "\"\\b\\t\\f\\r\"")]
    [InlineData("视频 🎬 </script> \u2028", "\"视频 🎬 </script> \u2028\"")]
    public void Text_EscapesOnlyWhatItMust(string text, string json) => Assert.Equal(json, CanonicalJson.Text(text));

    // RFC 8785 section 3.2.3: the order of UTF-16 code units, in which an emoji comes before U+FB33.
    [Fact]
    public void Object_SortsMembersByCodeUnits()
    {
        // Arrange
        string[] names = ["\u20ac", "\r", "\ufb33", "1", "😀", "\u0080", "ö"];

        // Act
        var json = CanonicalJson.Object(names.Select(name => (name, "0")));

        // Assert
        Assert.Equal("{\"\\r\":0,\"1\":0,\"\u0080\":0,\"ö\":0,\"€\":0,\"😀\":0,\"\ufb33\":0}", json);
    }
}
