using AiLabels.C2pa.Cose;
using AiLabels.C2pa.Manifests;
using AiLabels.C2pa.Trust;
using AiLabels.C2pa.Validation;
using AiLabels.Reports;

namespace AiLabels.C2pa.Signing;

/// <summary>The status codes of one manifest of a parent, without its hard binding.</summary>
internal sealed class ManifestStatuses(ParentCredentials parent, SignerJudge judge, Redactions redactions)
{
    /// <param name="about">The manifest, and the ingredient assertion that leads to it.</param>
    /// <param name="ingredient">URI of that assertion; null for the active manifest.</param>
    public IReadOnlyList<ValidationStatus> Of(Contribution about, string? ingredient)
    {
        var manifest = about.Manifest;
        var statuses = new List<ValidationStatus>();
        try
        {
            var signature = ManifestCheck.ReadSignature(manifest, parent.Budget);
            var faults = ManifestCheck.Run(about, signature, redactions);
            statuses.AddRange(faults.Select(fault => new ValidationStatus(StatusKind.Failure, fault.Code, PlaceOf(fault))));
            if (signature is not null && faults.All(static fault => !fault.Code.StartsWith("claimSignature.", StringComparison.Ordinal)))
            {
                statuses.AddRange(Signer(manifest, signature));
            }

            var changed = faults.Select(static fault => fault.Url).ToHashSet();
            statuses.AddRange(manifest.Assertions.Where(assertion => !changed.Contains(assertion.Reference.Url))
                .Select(assertion => Success("assertion.hashedURI.match", AbsoluteUrl(manifest, assertion.Reference.Url))));
            if (ingredient is not null && faults.All(static fault => !fault.Code.StartsWith("ingredient.", StringComparison.Ordinal)))
            {
                statuses.Add(Success("ingredient.manifest.validated", ingredient));
            }
        }
        catch (ManifestException e)
        {
            statuses.Add(new(StatusKind.Failure, e.Code, SignatureUrl(manifest)));
        }

        return statuses;

        string PlaceOf(Fault fault) =>
            fault.Url is { } url ? AbsoluteUrl(manifest, url)
            : fault.Code.StartsWith("ingredient.", StringComparison.Ordinal) && ingredient is not null ? ingredient
            : fault.Code.StartsWith("claimSignature.", StringComparison.Ordinal) ? SignatureUrl(manifest)
            : ClaimUrl(manifest);
    }

    public static string AbsoluteUrl(Manifest manifest, string url) => JumbfUri.Parse(url) is { Manifest: null } relative
        ? $"{Url(manifest)}/{string.Join('/', relative.Path)}"
        : url;

    public static string Url(Manifest manifest) => $"self#jumbf=/c2pa/{manifest.Label}";

    public static string SignatureUrl(Manifest manifest) => AbsoluteUrl(manifest, manifest.Claim.SignatureUrl);

    private static string ClaimUrl(Manifest manifest) =>
        $"{Url(manifest)}/{manifest.Box.Children.FirstOrDefault(static child => child.Type == ManifestType.Claim)?.Label}";

    private IEnumerable<ValidationStatus> Signer(Manifest manifest, ClaimSignature signature)
    {
        var url = SignatureUrl(manifest);
        yield return Success("claimSignature.validated", url);
        var judgement = judge.Judge(manifest, signature);
        if (judgement == SignerJudgement.None)
        {
            yield break;
        }

        if (judgement.SignedAt is not null)
        {
            yield return Success("timeStamp.validated", url);
            yield return Success("timeStamp.trusted", url);
        }

        if (judgement.Faults.All(static fault => fault.Code != StatusCode.ClaimSignatureOutsideValidity))
        {
            yield return Success("claimSignature.insideValidity", url);
        }

        if (judgement.Trust is SignerTrust.Trusted)
        {
            yield return Success("signingCredential.trusted", url);
        }
        else if (judgement.Trust is SignerTrust.Unverified)
        {
            // Without trust lists no signer is on one.
            yield return new(StatusKind.Failure, StatusCode.SigningCredentialUntrusted, url);
        }

        foreach (var fault in judgement.Faults)
        {
            var isTime = fault.Code.StartsWith("timeStamp.", StringComparison.Ordinal);
            yield return new(isTime ? StatusKind.Informational : StatusKind.Failure, fault.Code, url);
        }
    }

    private static ValidationStatus Success(string code, string url) => new(StatusKind.Success, code, url);
}
