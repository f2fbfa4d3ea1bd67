using AiLabels.C2pa.Cbor;
using AiLabels.C2pa.Cose;
using AiLabels.C2pa.Manifests;

namespace AiLabels.C2pa.Validation;

/// <summary>Checks that one manifest is unchanged since signing: its assertions, its claim, and its reference as an ingredient.</summary>
internal static class ManifestCheck
{
    /// <summary>Maximum number of faults reported: one changed assertion invalidates a manifest, and a few show where.</summary>
    private const int MaxFaults = 8;

    /// <param name="contribution">The manifest.</param>
    /// <param name="signature">Its signature; null if it has none that can be read.</param>
    /// <param name="redactions">Redactions of all manifests of the file.</param>
    /// <exception cref="ManifestException">An algorithm is unknown, so the check has no result.</exception>
    public static IReadOnlyList<Fault> Run(Contribution contribution, ClaimSignature? signature, Redactions redactions)
    {
        var manifest = contribution.Manifest;
        var faults = ReferenceCheck.Assertions(manifest, redactions).Concat(ManifestRules.Check(manifest)).Take(MaxFaults).ToList();
        if (ReferenceCheck.Ingredient(contribution, redactions) is { } mismatch)
        {
            faults.Add(mismatch);
        }

        if (signature is null)
        {
            faults.Add(new Fault(StatusCode.ClaimSignatureMissing, "the claim is not signed"));
        }
        else if (!signature.Covers(manifest.Claim.Encoded))
        {
            faults.Add(new Fault(StatusCode.ClaimSignatureMismatch, "the signature does not match the claim and the certificate"));
        }

        return faults;
    }

    /// <exception cref="ManifestException">There is a signature and it is not a COSE_Sign1.</exception>
    public static ClaimSignature? ReadSignature(Manifest manifest, CborBudget budget) =>
        manifest.Signature is { } encoded ? ClaimSignature.Read(encoded, budget) : null;
}
