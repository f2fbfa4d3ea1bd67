using System.Text;
using AiLabels.Generators;

namespace AiLabels.Tests.Generators;

public sealed class GeneratorRowsTests
{
    [Fact]
    public void Read_RowWithEveryKindOfMark_KeepsThemApart()
    {
        var row = Assert.Single(Read(
            """
            [{ "name": "Example", "evidence": "C", "producers": ["p"], "contentIds": ["i"], "c2paIssuers": ["o"], "c2paServices": ["s"], "c2paAgents": ["a"],
               "metadata": [{ "member": "data.product", "value": "v" }], "sei": [{ "uuid": null, "text": "t" }], "encoders": ["e"],
               "models": ["n"], "credits": ["c"], "visibleMarks": ["m"] }]
            """));

        Assert.Equal(["Example", "p", "i", "o", "s", "a", "e", "n", "c", "m"],
            [row.Name, .. row.Producers, .. row.ContentIds, .. row.C2paIssuers, .. row.C2paServices, .. row.C2paAgents, .. row.Encoders,
                .. row.Models, .. row.Credits, .. row.VisibleMarks]);
        Assert.Equal(new JsonMark("data.product", "v"), Assert.Single(row.Metadata));
        Assert.Equal(new SeiMark(null, "t"), Assert.Single(row.Sei));
    }

    [Fact]
    public void Read_MemberThatMeansNothing_IsNamed()
    {
        const string rows = """[{ "name": "Example", "evidence": "C", "visibelMarks": ["Example AI"] }]""";

        var e = Assert.Throws<InvalidDataException>(() => Read(rows));

        Assert.Contains("visibelMarks", e.Message, StringComparison.Ordinal);
        Assert.Contains("Example", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("V", "Verified")]
    [InlineData("P", "Published")]
    [InlineData("C", "Corroborated")]
    [InlineData("M", "Mentioned")]
    public void Read_Evidence_IsItsGrade(string letter, string grade)
    {
        var row = Assert.Single(Read($$"""[{ "name": "Example", "evidence": "{{letter}}" }]"""));

        Assert.Equal(grade, row.Evidence.ToString());
    }

    [Fact]
    public void Read_UnknownGrade_IsRefused()
    {
        Assert.Throws<InvalidDataException>(() => Read("""[{ "name": "Example", "evidence": "X" }]"""));
    }

    private static Generator[] Read(string json)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(json));
        return GeneratorRows.Read(stream);
    }
}
