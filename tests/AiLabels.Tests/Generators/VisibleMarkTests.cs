using AiLabels.Gb45438;
using AiLabels.Generators;

namespace AiLabels.Tests.Generators;

public sealed class VisibleMarkTests
{
    [Theory]
    [InlineData("可灵AI 3.0", "Kling")]
    [InlineData("KlingAI 3.0", "Kling")]
    [InlineData("KLING AI", "Kling")]
    [InlineData("★ 即梦AI", "Jimeng")]
    [InlineData("Vidu AI", "Vidu")]
    [InlineData("豆包 AI生成", "Doubao")]
    [InlineData("Sora", "Sora")]
    [InlineData("Veo", "Veo")]
    [InlineData("MINIMAX | hailuo AI", "Hailuo")]
    public void Find_MarkAsItIsDrawn_NamesTheGenerator(string text, string generator) =>
        Assert.Equal(generator, VisibleMark.Find(text)?.Generator);

    [Theory]
    [InlineData("")]
    [InlineData("AI")]
    [InlineData("AI生成")]
    [InlineData("Sorana")]
    [InlineData("Video")]
    [InlineData("inVeo")]
    [InlineData("Kling")]
    public void Find_OtherText_FindsNothing(string text) => Assert.Null(VisibleMark.Find(text));

    [Theory]
    [InlineData("豆包AI生成", true)]
    [InlineData("可灵AI 3.0", false)]
    [InlineData("Vidu AI", false)]
    [InlineData("Veo", false)]
    public void HasBothElements_Mark_IsTrueForOneThatNamesAiAndMaking(string text, bool expected) =>
        Assert.Equal(expected, ExplicitLabelText.HasBothElements(VisibleMark.Find(text)!.Text));

    [Theory]
    [InlineData("AI生成", true)]
    [InlineData("本视频由人工智能合成", true)]
    [InlineData("内容由 AI 生成", true)]
    [InlineData("AI", false)]
    [InlineData("AI辅助创作", false)]
    [InlineData("人工智能课程 第一讲", false)]
    [InlineData("AIR生成", false)]
    [InlineData("合成", false)]
    public void HasBothElements_Text_NeedsAiAndGeneration(string text, bool expected) =>
        Assert.Equal(expected, ExplicitLabelText.HasBothElements(text));
}
