using AiLabels.Gb45438;
using Microsoft.Extensions.Options;
using VideoGate.Publishing.Signing;

namespace VideoGate.Publishing;

/// <summary>Rejects at startup a code or number that no conforming label could carry, and a certificate that cannot sign.</summary>
internal sealed class LabellingOptionsValidation(TimeProvider time) : IValidateOptions<LabellingOptions>
{
    private const string SampleCaseId = "abcdefghijklmnopqrstuvwxyz";

    public ValidateOptionsResult Validate(string? name, LabellingOptions options) =>
        (GetError(options) ?? SigningCheck.GetError(options.ToSigning(), time.GetUtcNow())) is { } error
            ? ValidateOptionsResult.Fail(error)
            : ValidateOptionsResult.Success;

    private static string? GetError(LabellingOptions options)
    {
        if (string.IsNullOrEmpty(options.ContentPropagator))
        {
            return null;
        }

        return ProducerCode.Parse(options.ContentPropagator) switch
        {
            null => $"Labelling:ContentPropagator is not a provider code: '{options.ContentPropagator}' should be {ProducerCode.Length} digits and capital letters, starting with 00.",
            { CheckDigitMatches: false } code =>
                $"Labelling:ContentPropagator contains the credit code {code.CreditCode}, whose check character is wrong.",
            { HasKnownService: false } code => $"Labelling:ContentPropagator has an unknown service extension, {code.Service}.",
            _ when !options.PropagateId.Contains(LabelPlan.CaseId, StringComparison.Ordinal) =>
                $"Labelling:PropagateId must contain {LabelPlan.CaseId}, or all videos would share one number.",
            { } => LabelPlan.FirstWriting(SampleCaseId, LabelPlan.Suspected, options).Check() is [var problem, ..]
                ? $"Labelling:PropagateId does not give a conforming label: {problem.Message}"
                : null,
        };
    }
}
