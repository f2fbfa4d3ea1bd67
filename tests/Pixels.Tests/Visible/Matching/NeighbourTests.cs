using AiLabels.Pixels.Visible.Matching;

namespace AiLabels.Pixels.Tests.Visible.Matching;

public sealed class NeighbourTests
{
    private static readonly LabelMatcher Matcher = new(LabelVocabulary.Default);

    [Theory]
    [InlineData("非", true, true)]
    [InlineData("以下内容绝对不是", true, true)]
    [InlineData("This video is NOT", true, true)]
    [InlineData("Nothing here is not", true, true)]
    [InlineData("本视频非AI生成", true, true)]
    [InlineData("本视频非AI生成", false, true)]
    [InlineData("不是", false, true)]
    [InlineData("未使用AI", false, true)]
    [InlineData("本视频由", true, false)]
    [InlineData("Casino", true, false)]
    [InlineData("未经许可禁止转载", false, false)]
    [InlineData("请勿当真", false, false)]
    [InlineData("无人机航拍", false, false)]
    [InlineData("No copyright infringement intended", false, false)]
    [InlineData("", true, false)]
    public void NegatesNeighbour_Line_IsANegationByItself(string line, bool isBefore, bool expected) =>
        Assert.Equal(expected, Matcher.NegatesNeighbour(line, isBefore));
}
