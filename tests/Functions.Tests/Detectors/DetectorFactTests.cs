using System.Text;
using AiLabels.Reports;
using VideoGate.Cases;
using VideoGate.Detectors;
using VideoGate.Policies;
using VideoGate.Tests.Support;

namespace VideoGate.Tests.Detectors;

public sealed class DetectorFactTests
{
    [Theory]
    [InlineData(0.9, "acme >= 0.9", true)]
    [InlineData(0.8999, "acme >= 0.9", false)]
    [InlineData(1.0, "acme >= 1", true)]
    [InlineData(0.95, "other >= 0.9", false)]
    [InlineData(0.95, "acme unavailable", false)]
    [InlineData(null, "acme unavailable", true)]
    [InlineData(null, "acme >= 0", false)]
    public void Accepts_ResultAndCondition_ComparesTheScore(double? score, string condition, bool accepted)
    {
        var result = score is null ? new("acme", DetectorState.Unavailable) : new DetectorResult("acme", DetectorState.Judged, score);

        Assert.Equal(accepted, DetectorFact.Accepts(DetectorFact.Text(result), condition));
    }

    [Theory]
    [InlineData("acme >= 0.9")]
    [InlineData("acme unavailable")]
    public void Meeting_Condition_MeetsIt(string condition) =>
        Assert.True(DetectorFact.Accepts(DetectorFact.Text(DetectorFact.Meeting(condition)), condition));

    [Fact]
    public void Origin_HighestScoreAlone_ConfirmsNothing()
    {
        var input = TestPolicies.Input(AiOrigin.NotFound) with { Detectors = [new("acme", DetectorState.Judged, 1)] };

        Assert.Equal(AiOrigin.NotFound, input.Origin);
        Assert.False(input.DeclarationContradicted);
    }

    [Theory]
    [InlineData("""{"score":0.5,"model":"m"}""", DetectorState.Judged)]
    [InlineData("""{"score":1.5}""", DetectorState.Unavailable)]
    [InlineData("""{"score":-1}""", DetectorState.Unavailable)]
    [InlineData("""{"score":null}""", DetectorState.Unavailable)]
    [InlineData("""{"score":"high"}""", DetectorState.Unavailable)]
    [InlineData("""[]""", DetectorState.Unavailable)]
    [InlineData("null", DetectorState.Unavailable)]
    [InlineData("", DetectorState.Unavailable)]
    public void Read_Answer_IsJudgedOnlyWithAScore(string body, DetectorState state) =>
        Assert.Equal(state, DetectorClient.Read("acme", Encoding.UTF8.GetBytes(body)).State);

    [Fact]
    public void Read_LongWords_AreCut() => Assert.Equal(
        DetectorClient.MaxText,
        DetectorClient.Read("acme", Encoding.UTF8.GetBytes($$"""{"score":1,"words":"{{new string('x', 5000)}}"}""")).Words!.Length);

    [Theory]
    [InlineData("acme", "https://detector.example.com/", DetectorServer.Secret, true)]
    [InlineData("Acme", "https://detector.example.com/", DetectorServer.Secret, false)]
    [InlineData("acme", "http://detector.example.com/", DetectorServer.Secret, false)]
    [InlineData("acme", "https://10.0.0.1/", DetectorServer.Secret, false)]
    [InlineData("acme", "https://detector.example.com/", "secret", false)]
    public void Validate_Endpoint_IsAPublicAddressWithASecret(string name, string url, string secret, bool isValid)
    {
        var options = new DetectorOptions { Endpoints = { new() { Name = name, Url = new(url), Secret = secret } } };

        Assert.Equal(isValid, new DetectorOptionsValidation().Validate(null, options).Succeeded);
    }
}
