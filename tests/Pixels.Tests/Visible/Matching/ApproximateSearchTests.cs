using AiLabels.Pixels.Visible.Matching;

namespace AiLabels.Pixels.Tests.Visible.Matching;

public sealed class ApproximateSearchTests
{
    [Fact]
    public void Find_WordWithALetterReadWrong_TellsWhereItStands()
    {
        var found = ApproximateSearch.Find("madewithai", "xmadewitpaiy", 1);

        Assert.True(found.HasValue);
        Assert.Equal((1, 11), found.Value);
    }

    [Fact]
    public void Find_WordWithMoreEditsThanAllowed_IsNotFound() =>
        Assert.False(ApproximateSearch.Find("madewithai", "createwithai", 1).HasValue);

    [Theory]
    [InlineData("ai生成", "ai生成", 1)]
    [InlineData("ai生成", "凡生成", 0.5)]
    [InlineData("ai生成", "时间", 0)]
    public void Likeness_LettersInOrder_IsTheirShareOfTheWord(string word, string text, double likeness) =>
        Assert.Equal(likeness, ApproximateSearch.Likeness(word, text), 3);
}
