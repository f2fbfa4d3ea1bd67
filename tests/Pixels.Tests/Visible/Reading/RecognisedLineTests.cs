using AiLabels.Pixels.Visible.Reading;

namespace AiLabels.Pixels.Tests.Visible.Reading;

public sealed class RecognisedLineTests
{
    [Fact]
    public void Parse_WordsOfTwoPages_AreJoinedByPage()
    {
        const string table = """
            level	page_num	block_num	par_num	line_num	word_num	left	top	width	height	conf	text
            1	1	0	0	0	0	0	0	300	60	-1	
            5	1	1	1	1	1	12	12	40	36	90.0	AI
            5	1	1	1	1	2	60	12	80	36	60.0	生成
            5	3	1	1	1	1	12	12	40	36	50.0	Sora
            """;

        var lines = RecognisedLine.Parse(table, 3);

        Assert.Equal(["AI 生成", "", "Sora"], lines.Select(static line => line.Text));
        Assert.Equal(0.75, lines[0].Confidence, 3);
    }

    [Theory]
    [InlineData("")]
    [InlineData("5\t9\t1\t1\t1\t1\t12\t12\t40\t36\t90.0\tAI")]
    [InlineData("5\t0\t1\t1\t1\t1\t12\t12\t40\t36\t90.0\tAI")]
    [InlineData("5\t1\t1\t1\t1\t1\t12\t12\t40\t36\tnan?\tAI")]
    [InlineData("5\t1\tAI")]
    public void Parse_RowThatIsNone_IsLeftOut(string table) => Assert.Equal("", Assert.Single(RecognisedLine.Parse(table, 1)).Text);
}
