using VideoGate.Publishing;

namespace VideoGate.Tests.Publishing;

public sealed class LabellingOptionsTests
{
    [Theory]
    [InlineData(null, "{caseId}", null)]
    [InlineData(ApprovedCase.Platform, "{caseId}", null)]
    [InlineData(ApprovedCase.Platform, "platform-{caseId}", null)]
    [InlineData("Platform Inc.", "{caseId}", "is not a provider code")]
    [InlineData("001191110000MA0000000A20000", "{caseId}", "check character")]
    [InlineData("001191110000MA0000000H70000", "{caseId}", "service extension")]
    [InlineData(ApprovedCase.Platform, "always the same", "must contain {caseId}")]
    [InlineData(ApprovedCase.Platform, "with space {caseId}", "not give a conforming label")]
    public void Validate_CodeAndNumber_AreThoseThatALabelCanCarry(string? code, string number, string? error)
    {
        var result = new LabellingOptionsValidation(TimeProvider.System)
            .Validate(null, new() { ContentPropagator = code, PropagateId = number });

        Assert.Equal(error is null, result.Succeeded);
        Assert.Contains(error ?? "", result.FailureMessage ?? "", StringComparison.Ordinal);
    }
}
