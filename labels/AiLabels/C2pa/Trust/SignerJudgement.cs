using AiLabels.C2pa.Manifests;
using AiLabels.C2pa.Validation;
using AiLabels.Reports;

namespace AiLabels.C2pa.Trust;

/// <summary>Whether the signer of a claim may be believed to be who its certificate says.</summary>
/// <param name="Trust">One word for it.</param>
/// <param name="SignedAt">As a trusted time-stamp attests it.</param>
/// <param name="Faults">What led to it, time-stamps that did not count included.</param>
internal sealed record SignerJudgement(SignerTrust Trust, DateTimeOffset? SignedAt, IReadOnlyList<Fault> Faults)
{
    /// <summary>Nothing was asked: a certificate beside a signature that is not its key's says nothing about who signed.</summary>
    public static SignerJudgement None { get; } = new(SignerTrust.Unverified, null, []);

    public static SignerJudgement Invalid(string why) =>
        new(SignerTrust.Invalid, null, [new Fault(StatusCode.SigningCredentialInvalid, why)]);
}
