using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using VideoGate.Http;
using VideoGate.Intake;
using VideoGate.Review.Api;

namespace VideoGate.Tests.Http;

/// <summary>A body that cannot be read is answered with the member and the values that it may have.</summary>
public sealed class JsonFaultTests
{
    [Theory]
    [InlineData("""{"verdict":"maybe"}""", "#/verdict must be one of approve, reject, approveWithLabel.")]
    [InlineData("""{"verdict":"approve","note":7}""", "#/note must be text.")]
    [InlineData("""{"label":{"explicit":"everywhere"}}""", "#/label/explicit must be one of none, start, throughout.")]
    [InlineData("""{"reason":"acceptable"}""", "#/reason is unknown; the members are verdict, reasonCode, note, label.")]
    public void Describe_OfADecision_NamesTheMemberAndItsValues(string body, string expected)
    {
        Assert.Equal(expected, Describe(body, ReviewJson.Default.DecisionRequest));
    }

    [Fact]
    public void Describe_WithinAList_NamesThePlace()
    {
        Assert.Equal(
            "#/items/1/caseId must be text.",
            Describe("""{"items":[{"caseId":"a"},{"caseId":2}]}""", ReviewJson.Default.BulkRequest));
    }

    [Fact]
    public void Describe_LongOrHostileName_IsShortenedAndNotRunIntoAnything()
    {
        var described = Describe($$"""{"{{new string('x', 5000)}}":1}""", IntakeJson.Default.UploadRequest);

        Assert.InRange(described.Length, 1, 400);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    public void Describe_BodyWithoutAPlace_SaysNothing(string body)
    {
        Assert.DoesNotContain("must be", Describe(body, IntakeJson.Default.UploadRequest), StringComparison.Ordinal);
    }

    private static string Describe<T>(string body, JsonTypeInfo<T> type)
    {
        try
        {
            JsonSerializer.Deserialize(body, type);
            return "";
        }
        catch (JsonException fault)
        {
            return JsonFault.Describe(fault.Path, type);
        }
    }
}
