using AiLabels.C2pa.Signing;
using AiLabels.Pixels.Burning;
using VideoGate.Cases;
using VideoGate.Publishing.Signing;

namespace VideoGate.Tests.Publishing;

public sealed class CopyEditsTests
{
    [Theory]
    [InlineData(BurnExtent.Opening, "The pictures of the first 3.2 s were encoded again.")]
    [InlineData(BurnExtent.WholeVideo, "Picture and sound were encoded again in MP4.")]
    public void Of_LabelOverThePicture_SaysWhatWasEncoded(BurnExtent encoded, string expected)
    {
        var order = new LabelOrder { Explicit = ExplicitChoice.Start, Text = LabelTexts.English };
        var encoding = new LabelEncoding(encoded, EncodedSeconds: 3.2, CpuSeconds: 1, WholeBecause: null);

        var edits = CopyEdits.Of(order, label: null, encoding).ToList();

        Assert.Equal([ContentEdit.AddedText, ContentEdit.Transcoded], edits.Select(edit => edit.Action));
        Assert.Equal(expected, edits[1].Description);
    }
}
