using AiLabels.C2pa.Manifests;
using AiLabels.C2pa.Validation;
using AiLabels.Reports;

namespace AiLabels.C2pa.Trust;

/// <summary>Trust in the signer of a claim: whether it is the subject of its certificate.</summary>
/// <param name="Trust">The result.</param>
/// <param name="SignedAt">Time of signing according to a trusted time-stamp.</param>
/// <param name="Faults">Reasons for the result, time-stamps that did not count included.</param>
internal sealed record SignerJudgement(SignerTrust Trust, DateTimeOffset? SignedAt, IReadOnlyList<Fault> Faults)
{
    /// <summary>No judgement: a certificate whose key did not make the signature proves nothing about the signer.</summary>
    public static SignerJudgement None { get; } = new(SignerTrust.Unverified, null, []);

    public static SignerJudgement Invalid(string why) =>
        new(SignerTrust.Invalid, null, [new Fault(StatusCode.SigningCredentialInvalid, why)]);
}
