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
            [{ "name": "Example", "producers": ["p"], "contentIds": ["i"], "c2paIssuers": ["o"], "c2paServices": ["s"], "c2paAgents": ["a"],
               "metadata": [{ "member": "data.product", "value": "v" }], "sei": [{ "uuid": null, "text": "t" }], "encoders": ["e"], "visibleMarks": ["m"] }]
            """));

        Assert.Equal(["Example", "p", "i", "o", "s", "a", "e", "m"],
            [row.Name, .. row.Producers, .. row.ContentIds, .. row.C2paIssuers, .. row.C2paServices, .. row.C2paAgents, .. row.Encoders,
                .. row.VisibleMarks]);
        Assert.Equal(new JsonMark("data.product", "v"), Assert.Single(row.Metadata));
        Assert.Equal(new SeiMark(null, "t"), Assert.Single(row.Sei));
    }

    [Fact]
    public void Read_MemberThatMeansNothing_IsNamed()
    {
        var e = Assert.Throws<InvalidDataException>(() => Read("""[{ "name": "Example", "visibelMarks": ["Example AI"] }]"""));

        Assert.Contains("visibelMarks", e.Message, StringComparison.Ordinal);
        Assert.Contains("Example", e.Message, StringComparison.Ordinal);
    }

    private static Generator[] Read(string json)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(json));
        return GeneratorRows.Read(stream);
    }
}
