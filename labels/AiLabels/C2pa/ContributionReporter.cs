using AiLabels.C2pa.Cbor;
using AiLabels.C2pa.Cose;
using AiLabels.C2pa.Manifests;
using AiLabels.C2pa.Trust;
using AiLabels.C2pa.Validation;
using AiLabels.Reading;
using AiLabels.Reports;

namespace AiLabels.C2pa;

/// <summary>Reports what every manifest claims; ingredient manifests are validated first.</summary>
internal sealed class ContributionReporter(InspectionContext inspection, CredentialPlaces places, CborBudget budget, SignerJudge judge)
{
    /// <param name="contributions">The active manifest first, every parent before its ingredients.</param>
    /// <param name="isActiveSound">Whether the active manifest and the content are unchanged since signing.</param>
    /// <param name="signer">Subject of the active manifest's certificate.</param>
    /// <param name="redactions">Redactions of all manifests.</param>
    /// <param name="isActiveTrusted">Whether the signer of the active manifest is trusted.</param>
    /// <returns>The manifests that are unchanged since signing and whose signers are trusted.</returns>
    public HashSet<Contribution> Report(
        IReadOnlyList<Contribution> contributions, bool isActiveSound, SubjectName? signer, Redactions redactions, bool isActiveTrusted)
    {
        var sound = new HashSet<Contribution>();
        var trusted = new HashSet<Contribution>();
        foreach (var contribution in contributions)
        {
            // The credential report holds the trust of the active manifest's signer.
            var (isSound, subject, judgement) =
                contribution.Parent is null ? (isActiveSound, signer, null) : Check(contribution, redactions);
            if (isSound && (contribution.Parent is null || sound.Contains(contribution.Parent)))
            {
                sound.Add(contribution);
                if (judgement is null ? isActiveTrusted : judgement.Trust == SignerTrust.Trusted)
                {
                    trusted.Add(contribution);
                }
            }

            inspection.Add(new ReadResult(
                [.. CredentialFindings.Of(contribution, sound.Contains(contribution), subject, judgement, places, inspection.Options)],
                [.. CredentialFindings.Unclear(contribution.Manifest, places)]));
        }

        return trusted;
    }

    private (bool IsSound, SubjectName? Signer, SignerJudgement Judgement) Check(Contribution contribution, Redactions redactions)
    {
        SubjectName? signer = null;
        var judgement = SignerJudgement.None;
        IReadOnlyList<Fault> faults;
        try
        {
            var signature = ManifestCheck.ReadSignature(contribution.Manifest, budget);
            signer = signature?.Subject;
            faults = ManifestCheck.Run(contribution, signature, redactions);
            judgement = faults.Count == 0 ? judge.Judge(contribution.Manifest, signature) : judgement;
        }
        catch (ManifestException e)
        {
            faults = [new Fault(e.Code, e.Message)];
        }

        Add("An ingredient's credentials are broken", faults);
        Add("The signer of an ingredient's credentials", judgement.Faults.Where(fault => !IsAboutTrust(fault)));
        return (faults.Count == 0 && !contribution.Ingredient!.WasBroken, signer, judgement);

        void Add(string what, IEnumerable<Fault> found)
        {
            foreach (var fault in found)
            {
                inspection.Add(new Problem(fault.Code, $"{what}: {fault.Message}.", places.Of(contribution.Manifest.Box)));
            }
        }
    }

    /// <summary>The trust of an ingredient's signer is reported with its claims; it does not affect the integrity of the file.</summary>
    private static bool IsAboutTrust(Fault fault) =>
        fault.Code is StatusCode.SigningCredentialUntrusted or StatusCode.ClaimSignatureOutsideValidity;
}
