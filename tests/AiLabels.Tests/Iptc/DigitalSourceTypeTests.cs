using AiLabels.Iptc;

namespace AiLabels.Tests.Iptc;

public sealed class DigitalSourceTypeTests
{
    [Theory]
    [InlineData("http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia")]
    [InlineData("https://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia/")]
    [InlineData("https://www.cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia?lang=en")]
    [InlineData("cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia")]
    [InlineData("//cv.iptc.org/newscodes/DigitalSourceType/TrainedAlgorithmicMedia")]
    [InlineData(" <http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia> ")]
    [InlineData("digsrctype:trainedAlgorithmicMedia")]
    [InlineData("digitalsourcetype:trainedAlgorithmicMedia")]
    [InlineData("trainedalgorithmicmedia")]
    [InlineData("https://schema.org/TrainedAlgorithmicMediaDigitalSource")]
    [InlineData("schema:TrainedAlgorithmicMediaDigitalSource")]
    public void Code_AnySpellingOfATerm_IsTheTerm(string value) =>
        Assert.Equal("trainedAlgorithmicMedia", DigitalSourceType.Code(value));

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("AI")]
    [InlineData("http://example.org/trainedAlgorithmicMedia")]
    [InlineData("http://cv.iptc.org/newscodes/digitalsourcetype/")]
    [InlineData("http://cv.iptc.org/newscodes/digitalsourcetype/somethingNew")]
    [InlineData("http://cv.iptc.org/newscodes/genre/trainedAlgorithmicMedia")]
    [InlineData("foo:trainedAlgorithmicMedia")]
    public void Code_OtherText_IsNone(string value) => Assert.Null(DigitalSourceType.Code(value));
}
