using AiLabels.C2pa.Cbor;
using AiLabels.C2pa.Cose;
using AiLabels.C2pa.Manifests;
using AiLabels.C2pa.Validation;
using AiLabels.Reading;

namespace AiLabels.C2pa;

/// <summary>Reports what every manifest says, the inherited ones after their own check.</summary>
internal sealed class ContributionReporter(Inspection inspection, CredentialPlaces places, CborBudget budget)
{
    /// <param name="contributions">The active manifest first, every parent before its ingredients.</param>
    /// <param name="isActiveSound">Whether the active manifest is as it was signed, and the content too.</param>
    /// <param name="signer">Who the active manifest's certificate says signed it.</param>
    /// <param name="redactions">Of all of them.</param>
    public void Report(IReadOnlyList<Contribution> contributions, bool isActiveSound, SubjectName? signer, Redactions redactions)
    {
        var sound = new HashSet<Contribution>();
        foreach (var contribution in contributions)
        {
            var (isSound, subject) = contribution.Parent is null ? (isActiveSound, signer) : Check(contribution, redactions);
            if (isSound && (contribution.Parent is null || sound.Contains(contribution.Parent)))
            {
                sound.Add(contribution);
            }

            inspection.Add(new Evidence([.. CredentialFindings.Of(contribution, sound.Contains(contribution), subject, places, inspection.Options)], []));
        }
    }

    private (bool IsSound, SubjectName? Signer) Check(Contribution contribution, Redactions redactions)
    {
        SubjectName? signer = null;
        IReadOnlyList<Fault> faults;
        try
        {
            using var signature = ManifestCheck.ReadSignature(contribution.Manifest, budget);
            signer = signature?.Subject;
            faults = ManifestCheck.Run(contribution, signature, redactions);
        }
        catch (ManifestException e)
        {
            faults = [new Fault(e.Code, e.Message)];
        }

        foreach (var fault in faults)
        {
            inspection.Add(new Problem(fault.Code, $"An ingredient's credentials are broken: {fault.Message}.", places.Of(contribution.Manifest.Box)));
        }

        return (faults.Count == 0 && !contribution.Ingredient!.WasBroken, signer);
    }
}
