namespace AiLabels.C2pa;

/// <summary>Validation status codes that this reader reports (C2PA 2.2, section 15.2.2).</summary>
internal static class StatusCode
{
    public const string AssertionCborInvalid = "assertion.cbor.invalid";
    public const string AssertionJsonInvalid = "assertion.json.invalid";
    public const string AssertionMissing = "assertion.missing";
    public const string AssertionUndeclared = "assertion.undeclared";
    public const string ClaimCborInvalid = "claim.cbor.invalid";
    public const string ClaimMalformed = "claim.malformed";
    public const string ClaimMissing = "claim.missing";
    public const string ClaimMultiple = "claim.multiple";
    public const string ClaimSignatureMismatch = "claimSignature.mismatch";
    public const string ClaimSignatureMissing = "claimSignature.missing";
    public const string GeneralError = "general.error";
    public const string IngredientManifestMissing = "ingredient.manifest.missing";
    public const string SigningCredentialInvalid = "signingCredential.invalid";
}
