namespace AiLabels.C2pa.Manifests;

/// <summary>Validation status codes that this reader reports (C2PA 2.2, section 15.2.2).</summary>
internal static class StatusCode
{
    public const string AlgorithmUnsupported = "algorithm.unsupported";
    public const string ActionIngredientMismatch = "assertion.action.ingredientMismatch";
    public const string ActionMalformed = "assertion.action.malformed";
    public const string ActionRedacted = "assertion.action.redacted";
    public const string AssertionCborInvalid = "assertion.cbor.invalid";
    public const string AssertionHashedUriMismatch = "assertion.hashedURI.mismatch";
    public const string AssertionInaccessible = "assertion.inaccessible";
    public const string AssertionJsonInvalid = "assertion.json.invalid";
    public const string AssertionMissing = "assertion.missing";
    public const string MultiAssetHashMalformed = "assertion.multiAssetHash.malformed";
    public const string MultiAssetHashMismatch = "assertion.multiAssetHash.mismatch";
    public const string MultiAssetHashMissingPart = "assertion.multiAssetHash.missingPart";
    public const string AssertionMultipleHardBindings = "assertion.multipleHardBindings";
    public const string AssertionNotRedacted = "assertion.notRedacted";
    public const string AssertionSelfRedacted = "assertion.selfRedacted";
    public const string AssertionUndeclared = "assertion.undeclared";
    public const string BmffHashMalformed = "assertion.bmffHash.malformed";
    public const string BmffHashMismatch = "assertion.bmffHash.mismatch";
    public const string CawgCredentialInvalid = "cawg.ica.invalid_verifiable_credential";
    public const string CawgIdentityInvalid = "cawg.identity.cbor.invalid";
    public const string ClaimCborInvalid = "claim.cbor.invalid";
    public const string ClaimHardBindingsMissing = "claim.hardBindings.missing";
    public const string ClaimMalformed = "claim.malformed";
    public const string ClaimMissing = "claim.missing";
    public const string ClaimMultiple = "claim.multiple";
    public const string ClaimSignatureMismatch = "claimSignature.mismatch";
    public const string ClaimSignatureMissing = "claimSignature.missing";
    public const string ClaimSignatureOutsideValidity = "claimSignature.outsideValidity";
    public const string DataHashAdditionalExclusions = "assertion.dataHash.additionalExclusionsPresent";
    public const string DataHashMalformed = "assertion.dataHash.malformed";
    public const string CloudDataHardBinding = "assertion.cloud-data.hardBinding";
    public const string CloudDataMalformed = "assertion.cloud-data.malformed";
    public const string DataHashMismatch = "assertion.dataHash.mismatch";
    public const string DataHashRedacted = "assertion.dataHash.redacted";

    /// <summary>No code of the specification: its exclusions allow it.</summary>
    public const string ContentOutsideHash = "content.outsideHash";
    public const string GeneralError = "general.error";
    public const string IngredientClaimSignatureMismatch = "ingredient.claimSignature.mismatch";
    public const string IngredientClaimSignatureMissing = "ingredient.claimSignature.missing";
    public const string IngredientManifestMismatch = "ingredient.manifest.mismatch";
    public const string IngredientManifestMissing = "ingredient.manifest.missing";
    public const string ManifestCompressedInvalid = "manifest.compressed.invalid";
    public const string ManifestInaccessible = "manifest.inaccessible";
    public const string ManifestMultipleParents = "manifest.multipleParents";
    public const string ManifestUpdateInvalid = "manifest.update.invalid";
    public const string ManifestUpdateWrongParents = "manifest.update.wrongParents";
    public const string SigningCredentialInvalid = "signingCredential.invalid";
    public const string SigningCredentialRevoked = "signingCredential.ocsp.revoked";
    public const string SigningCredentialUntrusted = "signingCredential.untrusted";
    public const string TimeStampAssertionMalformed = "assertion.timestamp.malformed";
}
